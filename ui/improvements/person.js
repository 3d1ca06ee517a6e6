// Keeps the name of whoever writes here, so that they need not write it at their next visit: a cookie of this chat in
// this browser alone, as owner.js keeps its number. It goes to no other site (SameSite).

const DAYS = 400; // the longest that browsers allow

export default function ({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const name = encodeURIComponent(data.name);
  document.cookie = `${data.cookie}=${name}; Path=/; Max-Age=${DAYS * 86400}; SameSite=Strict${secure}`;
}
