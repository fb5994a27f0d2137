# What supervisors look at: the organisation, the register of matters

org = 📋 Check of the organisation: { $count } to look at.
    { $lines_html }
org-fine = 📋 Check of the organisation: nothing missing, nothing ended, nothing that does not fit.
org-empty = No organisation was imported yet. An administrator runs xinqiao org import.
org-line = • { $entry }: { $found }{ $other ->
        [none] { "" }
       *[other] { " " }({ $other })
    }
org-more = … and { $count } more; an administrator sees all with xinqiao org check.
overseeing-only = This is for supervisors only.
register-caption = The register, { $count } matters: numbers, aliases, states and dates, no names and no words. The audit keeps that you took it.
register-none = There is no matter in the formal procedure.
button-register = 📤 Export the register

org-found-unit-twice = the same unit twice
org-found-department-twice = the same department twice
org-found-person-twice = the same person twice
org-found-chat-twice = the same Telegram number twice
org-found-unknown-unit = names a unit that does not exist
org-found-unknown-department = names a department that does not exist
org-found-unknown-person = names a person who does not exist
org-found-unknown-kind = no such kind of department
org-found-unknown-category = no such category
org-found-unit-in-circle = the units above it form a circle
org-found-unit-without-head = a unit without a head
org-found-two-heads = two heads
org-found-department-without-duties = a department without duties
org-found-category-without-owner = nobody is responsible for this category
org-found-reports-to-self = reports to themselves
org-found-reports-in-circle = reports in a circle
org-found-role-ended = the role has ended
org-found-empty-chain = nobody at all answers for these categories
org-found-nobody-takes-it = nobody could take these categories
