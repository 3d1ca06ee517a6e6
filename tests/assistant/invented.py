"""Two reports on councils that do not exist, which explain terms and say things twice, as published reports do."""

FENNIMOOR = """# Inspection of Fennimoor children’s services

Inspection dates: 8 to 19 March 2021

## Summary

Supervision takes place every month in nine of the ten teams, and workers value it. The director keeps bees.

Life-story books are finished on time for 60% of children in care.

## Findings

1. Supervision takes place every month in nine of the ten teams, and workers value it greatly.

2. Life-story books are finished on time for 40% of children in care.

3. Some children stay at home under voluntary care agreements, which means that their parents and the council share \
decisions about them.

4. The ‘lantern offer’ of a walk with a mentor is taken up by most care leavers.

5. Family time is an area of strength. Family time takes place in four friendly houses by the marsh.

6. A few families wait for a place at the specialist panel for early years (SPEY), which sits every fortnight.

7. Disabled children have short breaks at the boathouse and on two farms.
"""
WICKERSEA = """# Inspection of services for children in need of help and protection, children looked after and care \
leavers

## Wickersea Borough Council

Inspection dates: 9 to 20 March 2015

## Summary

Personal advisers meet care leavers every week in Wickersea and cook with them.

# Annex

## What the inspection judgements mean: the local authority

An outstanding local authority gives children help that is far better than anyone could expect.

A local authority that requires improvement keeps its children from harm, but does not yet help them as a good \
one would.

An inadequate local authority leaves children at risk or forgets those in its care.

## What the inspection judgements mean: the board

A board that requires improvement meets, but does not yet know whether the local authority keeps children safe.
"""
