// Keeps the number by which this browser finds its conversations again: a cookie for this chat alone, for 400 days,
// the longest that browsers allow. It goes to no other site (SameSite) and says nothing about the reader.

const DAYS = 400;

function kept(name) {
  const found = document.cookie.split("; ").find((each) => each.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

export default function ({ data, setTriggerValue }) {
  const there = kept(data.cookie);
  if (/^[0-9a-f]{32}$/.test(there ?? "") && there !== data.owner) {
    setTriggerValue("other", there);
    return;
  }
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.cookie}=${data.owner}; Path=/; Max-Age=${DAYS * 86400}; SameSite=Strict${secure}`;
}
