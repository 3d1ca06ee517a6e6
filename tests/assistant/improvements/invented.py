"""Three invented inspections of one council and a letter, whose lists and findings follow one another."""

_FIRST = """# Inspection of Fennimoor children's services

Inspection dates: 9 to 20 March 2015

## Recommendations

1. Ensure that social workers receive regular supervision (paragraphs 4, 6).

2. Ensure that care leavers receive their health histories.

3. Improve the timeliness of return home interviews by ensuring that:

- every child is offered one within three days
- what they say is passed on

4. Ensure that children in private fostering arrangements are visited.

## The experiences and progress of children who need help and protection: requires improvement

4. Supervision of social workers is irregular, and records of it are poor.

5. Return home interviews are late for too many children who go missing.

6. Managers are not always aware of the supervision that social workers receive.

7. Advocates are too few, so that most children on child protection plans have no advocate at their conferences.

8. Children in private fostering arrangements are not visited often enough.

## The experiences and progress of children in care and care leavers: good

9. Care leavers do not receive their health histories when they turn eighteen.

10. Foster carers are well trained, and children thrive in their care.
"""

_SECOND = """# Inspection of Fennimoor children's services

Inspection dates: 4 to 15 March 2019

## What needs to improve

- The regularity of supervision for social workers.
- The quality of advocacy.

## The experiences and progress of children who need help and protection: good

1. The timeliness of return home interviews has improved since the last inspection, and most are now prompt.

2. Supervision is still too infrequent for many social workers.

3. Children in private fostering arrangements are visited promptly, and their needs are well met.
"""

_LAST = """# Inspection of Fennimoor children's services

Inspection dates: 6 to 17 March 2023

## What needs to improve?

- The stability of homes for disabled children.

## The experiences and progress of children who need help and protection: good

1. Supervision of social workers has improved, but its recording is inconsistent.

2. Return home interviews are poor, although children who go missing are met by skilled workers.

## The experiences and progress of care leavers: good

3. Care leavers receive their health histories promptly, and these are of good quality.
"""

_SEND = """# Area SEND inspection of Fennimoor Local Area Partnership

Inspection dates: 3 to 7 June 2024

## What does the area partnership need to do better?

Supervision of social workers for disabled children is poor.

## Areas for improvement

- Leaders should improve the timeliness of education, health and care plans.
"""

REPORTS = {
    "fennimoor-2015.md": _FIRST,
    "fennimoor-2019.md": _SECOND,
    "fennimoor-2023.md": _LAST,
    "fennimoor-send-2024.md": _SEND,
}
