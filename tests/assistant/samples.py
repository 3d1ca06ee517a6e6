"""Short names of the sample reports, so that a table of tests stays readable."""

FILES = {
    "Saltmere 2015": "saltmere--childrens-services--2015-06-12.pdf",
    "Saltmere 2019": "saltmere--childrens-services--2019-08-02.pdf",
    "Saltmere visit 2020": "saltmere--monitoring-visit--2020-03-16.pdf",
    "Saltmere visit 2021": "saltmere--monitoring-visit--2021-06-28.pdf",
    "Saltmere 2022": "saltmere--childrens-services--2022-12-09.pdf",
    "Saltmere visit 2023": "saltmere--focused-visit--2024-01-08.pdf",
    "Saltmere 2025": "saltmere--childrens-services--2025-03-10.pdf",
    "Eldermarsh 2016": "eldermarsh--childrens-services--2016-04-05.pdf",
    "Eldermarsh 2023": "eldermarsh--childrens-services--2023-08-07.pdf",
    "Corvenshire 2021": "corvenshire--childrens-services--2022-01-17.pdf",
    "Corvenshire SEND 2024": "corvenshire--send--2024-08-01.pdf",
}
"""By council and the year of the inspection or visit; a visit is a letter without grades."""

NAMES = {file: name for name, file in FILES.items()}
