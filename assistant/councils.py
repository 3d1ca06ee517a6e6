"""The English councils with children's services, so that one the library does not hold is noticed when it is named.

Names as of April 2023, after the last reorganisation: Department for Education, Get Information about Schools.
"""

ENGLISH_COUNCILS = frozenset(
    line.strip()
    for line in """
    Barking and Dagenham; Barnet; Barnsley; Bath and North East Somerset; Bedford; Bexley; Birmingham
    Blackburn with Darwen; Blackpool; Bolton; Bournemouth, Christchurch and Poole; Bracknell Forest; Bradford; Brent
    Brighton and Hove; Bristol; Bromley; Buckinghamshire; Bury; Calderdale; Cambridgeshire; Camden
    Central Bedfordshire; Cheshire East; Cheshire West and Chester; City of London; Cornwall; Coventry; Croydon
    Cumberland; Cumbria; Darlington; Derby; Derbyshire; Devon; Doncaster; Dorset; Dudley; Durham; Ealing
    East Riding of Yorkshire; East Sussex; Enfield; Essex; Gateshead; Gloucestershire; Greenwich; Hackney; Halton
    Hammersmith and Fulham; Hampshire; Haringey; Harrow; Hartlepool; Havering; Herefordshire; Hertfordshire; Hillingdon
    Hounslow; Isle of Wight; Isles of Scilly; Islington; Kensington and Chelsea; Kent; Kingston upon Hull
    Kingston upon Thames; Kirklees; Knowsley; Lambeth; Lancashire; Leeds; Leicester; Leicestershire; Lewisham
    Lincolnshire; Liverpool; Luton; Manchester; Medway; Merton; Middlesbrough; Milton Keynes; Newcastle upon Tyne
    Newham; Norfolk; North East Lincolnshire; North Lincolnshire; North Northamptonshire; North Somerset
    North Tyneside; North Yorkshire; Northamptonshire; Northumberland; Nottingham; Nottinghamshire; Oldham; Oxfordshire
    Peterborough; Plymouth; Portsmouth; Reading; Redbridge; Redcar and Cleveland; Richmond upon Thames; Rochdale
    Rotherham; Rutland; Salford; Sandwell; Sefton; Sheffield; Shropshire; Slough; Solihull; Somerset
    South Gloucestershire; South Tyneside; Southampton; Southend-on-Sea; Southwark; St Helens; Staffordshire; Stockport
    Stockton-on-Tees; Stoke-on-Trent; Suffolk; Sunderland; Surrey; Sutton; Swindon; Tameside; Telford and Wrekin
    Thurrock; Torbay; Tower Hamlets; Trafford; Wakefield; Walsall; Waltham Forest; Wandsworth; Warrington; Warwickshire
    West Berkshire; West Northamptonshire; West Sussex; Westminster; Westmorland and Furness; Wigan; Wiltshire
    Windsor and Maidenhead; Wirral; Wokingham; Wolverhampton; Worcestershire; York
    """.replace(";", "\n").splitlines()
    if line.strip()
)

EVERYDAY_WORDS = frozenset({"reading", "bury", "sutton", "bath", "redcar", "chester", "wells", "york", "telford"})
"""Short names that are words, or parts of other names: they count only with a capital inside a sentence."""

OTHER_NAMES = {
    "bcp": "Bournemouth, Christchurch and Poole",
    "banes": "Bath and North East Somerset",
    "rbkc": "Kensington and Chelsea",
    "lbbd": "Barking and Dagenham",
    "bournemouth": "Bournemouth, Christchurch and Poole",
    "bath": "Bath and North East Somerset",
    "barking": "Barking and Dagenham",
    "brighton": "Brighton and Hove",
    "east riding": "East Riding of Yorkshire",
    "hammersmith": "Hammersmith and Fulham",
    "kensington": "Kensington and Chelsea",
    "redcar": "Redcar and Cleveland",
    "telford": "Telford and Wrekin",
    "windsor": "Windsor and Maidenhead",
    "southend": "Southend-on-Sea",
    "hull": "Kingston upon Hull",
}
"""What people say that no rule would find in the official name."""
