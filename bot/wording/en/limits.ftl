# What is said to whoever writes too fast or too much: nothing is lost, it only comes later
limit-messages = You write faster than I can read. All of it is kept; from { $time } I go on, one by one. If it is urgent, say so now: that comes first.
limit-presses = You press faster than I can act. All of it is kept; from { $time } I go on, no need to press again.
limit-law = That was a little fast; I can look again from { $time }. Your question is still up there: press “Look it up in the law” then.
limit-files = Many files have come this hour. This one is still here and not lost: press the button after { $time } to take it in.
limit-files-still = A little longer: press again after { $time }. The file is still there.
limit-taken-in =
    { $count ->
        [one] It is in. That makes one message.
       *[other] It is in. That makes { $count } messages.
    }
limit-copy = I have these words already; once is enough. Please go on.
limit-copy-said = These very words have just been passed on; no need to send them again.
limit-sealed = Many reports were sent today. This one stays a draft; send it after { $time }.
refused-too-many-filings = { $limit } concerns a day is the most. Your draft is kept; press again after { $time }.
foreign-group = Thank you for asking me in. I am of no help in this group, so I am leaving. If anything is on your mind, write to me in private.
button-take-it-in = Take it in
