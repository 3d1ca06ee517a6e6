"""Given names that are common among people who work in England, to tell a person's name in a sentence.

Left out are those that begin other names as often: virtues ("Hope", "Grace"), months, and places ("Chelsea", "Jordan",
"Victoria"). Such a name, and one that is not here, is found by what stands beside it, or not at all.
"""

GIVEN_NAMES = frozenset(
    """
    Aaron Abbie Abdul Abdullah Abigail Adam Adele Adrian Agnes Ahmed Aidan Aileen Aisha Alan Alastair Alex Alexandra
    Alexis Alfie Alice Alison Alistair Allan Allison Alun Alyson Amanda Amber Amelia Amina Amir Amit Amy Ana Andrea
    Andreas Andrew Andy Angela Angie Angus Anil Anita Anji Ann Anna Anne Annette Annie Anthony Antonia Anwar Arjun
    Arthur Asha Ashok Asif Audrey Ayesha Barbara Barry Beatrice Becky Belinda Ben Benjamin Bernadette Bernard Beth
    Bethany Beverley Bhavna Bill Billy Bob Bobby Brenda Brendan Brian Bridget Bruce Bryan Caitlin Callum Cameron
    Camilla Cara Carl Carla Carlos Carmel Carmen Carol Carole Caroline Carolyn Caron Cassandra Cath Catherine Cathy
    Cecilia Celia Ceri Charlie Cherry Cheryl Chidi Chloe Chris Chrissie Christina Christine Christopher Christy Ciaran
    Claire Clare Claudia Clive Colette Colin Colleen Connor Conor Craig Cynthia Damian Daniel Danielle Danny Darren
    Dave David Dawn Dean Debbie Deborah Debra Deepak Deirdre Denise Dennis Derek Derrick Des Diana Diane Dianne Dick
    Dinah Dominic Don Donald Donna Doreen Doris Dorothy Doug Douglas Duncan Dylan Ed Eddie Edward Edwina Eileen Elaine
    Eleanor Elena Eleri Elisabeth Elizabeth Ella Ellen Ellie Elliot Emily Emma Emmanuel Eric Erica Erin Ernest Esther
    Ethan Eva Eve Evelyn Ewan Faisal Farah Farhana Fatima Felicity Femi Fergus Finlay Fiona Fran Frances Francesca
    Francis Frank Fraser Fred Freddie Frederick Freya Gail Gareth Garry Gary Gavin Gemma Geoff Geoffrey George Georgia
    Georgina Gerald Geraldine Gerard Gerry Ghazala Giles Gill Gillian Gina Gladys Glen Glenda Glenn Gloria Glyn Gordon
    Graeme Graham Greg Gregory Gulnaz Gurpreet Gwen Habib Hamza Hannah Harjit Harold Harpreet Harriet Harry Hasan
    Hassan Hayley Hazel Heather Heidi Helen Helena Henrietta Henry Hilary Hilda Holly Howard Hugh Hugo Huw Iain Ian
    Ibrahim Ikram Imogen Imran Imtiaz Ingrid Irene Iris Isaac Isabel Isabella Isabelle Isla Ismail Ivan Ivor Jack
    Jackie Jacob Jacqueline Jacqui James Jamie Jan Jane Janet Janice Janine Jasmin Jason Jaswinder Javed Jay Jayne
    Jean Jeanette Jeff Jeffrey Jemma Jen Jenna Jennie Jennifer Jenny Jeremy Jess Jessica Jill Jim Jimmy Jo Joan Joanna
    Joanne Jodie Joe Joel John Johnny Jon Jonathan Joseph Josephine Josh Joshua Joyce Juan Judith Judy Julia Julian
    Julie Juliet June Justin Kamal Karen Karina Karl Kashif Kate Katharine Katherine Kathleen Kathryn Kathy Katie
    Katrina Katy Kavita Kay Keeley Keith Kelly Ken Kenneth Kenny Kerry Kevin Khalid Kieran Kim Kimberley Kiran Kirsten
    Kirsty Kulwinder Kumar Kyle Lara Laura Lauren Laurence Lawrence Leah Leanne Lee Leigh Len Leo Leon Leonard Lesley
    Leslie Lewis Liam Lianne Lilian Linda Lindsay Lindsey Lisa Liz Lloyd Lorna Lorraine Louis Louisa Louise Lucas
    Lucinda Lucy Luke Lydia Lyn Lynda Lyndsey Lynn Lynne Lynsey Madeleine Maggie Mahmood Malcolm Mandeep Mandy Manjit
    Marc Marcia Marcus Margaret Maria Marian Marianne Marie Marilyn Marion Mark Martha Martin Martyn Mary Maryam Matt
    Matthew Maureen Maurice Maxine Meera Megan Mel Melanie Melissa Meryl Mia Michael Michaela Michelle Mick Miguel
    Mike Miriam Mohamed Mohammad Mohammed Moira Mollie Molly Mona Monica Morag Muhammad Muriel Mustafa Myra Nadia
    Nadine Nancy Naomi Nargis Nasreen Natalie Natasha Nathan Naveed Neeta Neil Nerys Ngozi Nia Niall Nicholas Nick
    Nicki Nicky Nicola Nicole Nigel Nikki Nina Nisha Noel Nora Norma Norman Nuala Oliver Olivia Olu Oscar Owen Paddy
    Pam Pamela Parveen Pat Patricia Patrick Paul Paula Pauline Peggy Penelope Penny Pete Peter Phil Philip Philippa
    Phillip Phoebe Phyllis Pippa Polly Pradeep Pritesh Priya Rachael Rachel Rafiq Rahul Raj Rajesh Rajinder Ralph
    Ranjit Rashid Ravi Raymond Rebecca Rebekah Rehana Rhian Rhiannon Rhys Richard Rick Rita Rob Robert Roberta Robin
    Rod Roderick Rodney Roger Roland Ron Ronald Rory Rosalind Rosemary Rosie Ross Roy Rukhsana Rupert Russ Russell
    Ruth Ryan Sabrina Sadia Sajid Sally Sam Samantha Samina Samira Samuel Sandra Sanjay Sara Sarah Saskia Satnam Scott
    Sean Selina Shabana Shabnam Shahid Shane Shannon Sharon Shaun Shazia Sheena Sheila Shelley Shirley Shona Sian
    Sidney Simon Simone Sinead Siobhan Siobhán Siân Sonia Sonya Sophia Sophie Stacey Stan Stanley Stella Stephanie
    Stephen Steve Steven Stewart Stuart Sue Sufia Sukhdev Sunil Sunita Surinder Susan Susanna Susannah Susie Suzanne
    Suzy Sylvia Tahir Tamara Tammy Tanya Tara Tariq Terence Teresa Terri Terry Tessa Thelma Theresa Thomas Tim Timothy
    Tina Toby Tom Tommy Toni Tony Tracey Tracy Trevor Trish Trudy Tunde Una Ursula Usha Usman Val Valerie Vanessa Vera
    Veronica Vicki Vicky Vijay Vikki Vikram Vincent Viv Vivek Vivien Vivienne Walter Waqar Wayne Wendy Wesley Wilfred
    William Winifred Winston Yasmeen Yasmin Yolanda Yusuf Yvette Yvonne Zahid Zahra Zainab Zara Zoe
    """.split()
)
