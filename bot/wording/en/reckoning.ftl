### Calculators: overtime pay, severance, annual leave, injury time limits, retirement.

reckon-choose =
    🧮 What shall we work out? I ask one thing at a time, then you get the result.

    A calculation is <b>not a filing</b>. Nobody looks at it, and what you type is cleared when it is done or you stop.
reckon-question =
    🧮 <b>{ $title }</b>, please tell me:
    { $ask }
reckon-in-words = Please type it; I cannot reckon with pictures or voice messages.
reckon-stopped = All right, no calculation. What you typed has been cleared.
reckon-result =
    🧮 <b>{ $title }</b> · the result

    { $lines_html }
reckon-stands-on = <b>This stands on</b>
reckon-article = • { $title } { $label } (passed { $passed }{ $in_force ->
        [none] {""}
       *[other] , in force since { $in_force }
    })
reckon-document = • Document: { $title }
reckon-date = { $year }-{ NUMBER($month, minimumIntegerDigits: 2) }-{ NUMBER($day, minimumIntegerDigits: 2) }
reckon-month = { $year }-{ NUMBER($month, minimumIntegerDigits: 2) }
button-reckon = 🧮 Calculators
button-reckon-back = ◀️ Back
button-reckon-stop = Stop
button-reckon-again = 🔄 Once more
button-reckon-law = 📖 Read { $law } { $number }

## Not understood

reckon-bad-money = I did not get that amount. 6000, 6千 or 1.2万 are all fine.
reckon-bad-hours = I did not get the hours. Write 8 or 8.5, for example.
reckon-bad-days = I did not get the days. Write 3, for example.
reckon-bad-count = I did not get that number. A whole number is enough, such as 11.
reckon-bad-date = I did not get that day. Write 2019-03-15 or “today”, for example.
reckon-bad-day = The day is still missing. Write it all, such as 2019-03-15; if you forgot the day, take the 1st.
reckon-bad-month = I did not get year and month. Write 1968-05, for example.
reckon-bad-choice = Please choose one of the buttons below.
reckon-bad-needed = It cannot be worked out without this. A rough number will do; you can repeat it later.
reckon-bad-little = That seems low; it is at least { $least }. Are some digits missing?
reckon-bad-much = That seems high; it is at most { $most }. Are there too many digits?
reckon-bad-early = That year seems early; the first one is { $least }. A slip perhaps?
reckon-bad-late = That year seems late; the last one is { $most }. A slip perhaps?
reckon-bad-ahead = That day has not come yet. Please write today or an earlier day.
reckon-bad-order = That day is before the one you gave earlier. Please look again; if the earlier one was wrong, press “Back”.

## Overtime pay

reckon-overtime-hourly = Monthly wage { $wage } yuan, which makes { $hourly } yuan an hour.
reckon-overtime-workdays = Working days, { $spent } hours (150%): { $amount } yuan
reckon-overtime-rest-days = Rest days, { $spent } hours (200%): { $amount } yuan
reckon-overtime-holidays = Public holidays, { $spent } hours (300%): { $amount } yuan
reckon-overtime-total = Overtime pay of at least <b>{ $amount } yuan</b> in all
reckon-overtime-how = <i>How: monthly wage ÷ 21.75 days ÷ 8 hours × hours × rate, rounded to cents only at the end.</i>
reckon-note-overtime-base = • Which wage counts may differ by place and contract; flexible and averaged working hours are reckoned in another way.
reckon-caveat-money = This is a calculation from your figures, not a decision; arbitration or a court has the last word (Labour Dispute Mediation and Arbitration Law, Article 5, in force since 1 May 2008).

## Severance

reckon-severance-served = Service that counts: { $years } y { $months } m { $days } d, so N = <b>{ $steps }</b>
reckon-severance-base = Each month counts { $base } yuan
reckon-severance-base-capped = The wage is above three times the local average: each month counts three times that average, { $base } yuan, for at most 12 years
reckon-severance-total = <b>{ $amount } yuan</b> in all
reckon-severance-how = <i>How: { $steps } × { $base } = { $amount }. A full year counts 1; of the rest, six months or more count 1, less counts 0.5; first and last day included.</i>
reckon-severance-how-notice = <i>How: { $steps } × { $base } + last month’s pay { $notice } = { $amount }. A full year counts 1; of the rest, six months or more count 1, less counts 0.5; first and last day included.</i>
reckon-severance-how-double = <i>How: { $steps } × { $base } × 2 = { $amount }. A full year counts 1; of the rest, six months or more count 1, less counts 0.5; first and last day included.</i>
reckon-note-severance-when = • Not every ending brings severance pay; resigning without a reason usually does not. If in doubt, ask a person.
reckon-note-severance-double = • 2N needs a finding that the dismissal was unlawful; whoever gets 2N does not get N as well.
reckon-note-severance-older = • Service before 2008 follows the rules of that time and is not in this sum; please ask a person.
reckon-note-severance-cap = • Without the local average no cap was looked at. If your pay is above three times that average, the result is lower.
reckon-note-severance-wage = • Pay counts before deductions, bonuses and allowances included; below the local minimum wage, the minimum counts.

## Annual leave

reckon-leave-full = Your years of work give <b>{ $full } days</b> of leave in a full year
reckon-leave-not-yet = Leave begins after a year of work in all and 12 months without a break. You are nearly there; come back then.
reckon-leave-joined = Joined on { $date }: { $due } days here that year (days left ÷ 365 × { $full }, parts of a day dropped)
reckon-leave-left = Until { $date }: days passed ÷ 365 × { $full } - { $taken } days taken, parts of a day dropped
reckon-leave-unused = Not taken yet: <b>{ $unused } days</b> ({ $taken } taken)
reckon-leave-pay = If you are never given these days, you should get <b>{ $extra } yuan</b> on top of your normal wage ({ $whole } yuan with it)
reckon-leave-pay-how = <i>How: a day’s wage of { $daily } yuan (monthly wage ÷ 21.75) × { $unused } days × 300%; the normal part was paid already, two more are due.</i>
reckon-note-leave-none = • No leave that year for: longer school holidays; 20 days of paid personal leave; long sick leave (2 months below 10 years of work, 3 months from 10 to 20, 4 months from 20 on).
reckon-note-leave-more = • If contract or company rules give more, that counts. Joined and leaving in the same year: please ask a person.
reckon-note-leave-own-wish = • If leave was offered and you declined it in writing, only the normal wage may be paid.
reckon-caveat-leave = This is a calculation from your figures, not a decision; if it does not match, ask HR or the union first.

## Injury time limits

reckon-injury-employer = The employer applies: until { $until }, { $left ->
        [0] <b>today is the last day</b>
        [one] <b>{ $left } day</b> left
       *[other] <b>{ $left } days</b> left
    }
reckon-injury-employer-over = The employer applies: ended on { $until }, { $ago ->
        [one] { $ago } day
       *[other] { $ago } days
    } ago.
reckon-injury-self = If the employer does not, you, your family or the union apply: until { $until }, { $left ->
        [0] <b>today is the last day</b>
        [one] <b>{ $left } day</b> left
       *[other] <b>{ $left } days</b> left
    }
reckon-injury-self-over = You, your family or the union apply: ended on { $until }, { $ago ->
        [one] { $ago } day
       *[other] { $ago } days
    } ago.
reckon-injury-again = A second appraisal: until { $until }, { $left ->
        [0] <b>today is the last day</b>
        [one] <b>{ $left } day</b> left
       *[other] <b>{ $left } days</b> left
    }
reckon-injury-again-over = A second appraisal: ended on { $until }, { $ago ->
        [one] { $ago } day
       *[other] { $ago } days
    } ago.
reckon-injury-rolled = (counted to { $plain }, a weekend, so it moves to { $until })
reckon-injury-how = <i>How: counted from the next day, 30 days, one year, 15 days; a weekend moves to Monday. I do not know the public holidays, which may move it further; do not wait for the last day.</i>
reckon-note-injury-over = • Do not give up yet: time lost through no fault of yours may not count, such as an employer who kept you waiting. Please see a lawyer soon.
reckon-note-injury-early = • Keep medical records, the diagnosis and how to reach witnesses; the earlier you apply, the safer.
reckon-caveat-injury = This is a calculation from your dates, not a decision; the local social insurance authority decides.

## Retirement

reckon-retirement-age = Your retirement age is <b>{ $years } years{ $months ->
        [0] {""}
        [one] {" "}{ $months } month
       *[other] {" "}{ $months } months
    }</b>, which is <b>{ $month }</b>
reckon-retirement-old-age = You reached the age before the new rules: { $years } years{ $months ->
        [0] {""}
        [one] {" "}{ $months } month
       *[other] {" "}{ $months } months
    }, which is <b>{ $month }</b>, and nothing is moved.
reckon-retirement-window = Flexible: from { $earliest } if you wish, until { $latest } if the employer agrees
reckon-retirement-contribution = Retiring in { $year } needs at least { $years } years{ $months ->
        [0] {""}
        [one] {" "}{ $months } month
       *[other] {" "}{ $months } months
    } of pension contributions
reckon-retirement-how = <i>How: men and women formerly 55, one month later for every four months of birth; women formerly 50, one for every two; up to 63, 58 and 55.</i>
reckon-note-retirement-early = • Retiring early needs enough years of contributions, and a written notice three months before; retiring late needs it in writing with the employer. Ask the agency which year’s minimum counts.
reckon-note-retirement-special = • Special trades and retiring for illness have their own rules and are not in this.
reckon-caveat-retirement = This is a calculation from your dates, not a decision; the social insurance agency decides.
