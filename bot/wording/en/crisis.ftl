## The crisis line: a person first. At most three short sentences, one number, no form, no law

crisis-suicide = Thank you for saying it; you matter to me. Are you safe right now? I am calling somebody to talk with you{ $hotline ->
        [none] .
       *[other] , and meanwhile you can call <b>{ $hotline }</b>.
    }
crisis-self-harm = Thank you for saying it; it must hurt. Are you safe right now? I am calling somebody to talk with you{ $hotline ->
        [none] .
       *[other] , and meanwhile you can call <b>{ $hotline }</b>.
    }
crisis-under-way = Please stop for a moment and move away from the danger; you are not alone. I am calling somebody. { $hotline ->
        [none] Please call whoever is near.
       *[other] Call <b>{ $hotline }</b> now, or ask somebody near you to.
    }
crisis-threat = I hear you; you have been pushed too far. Please step away from there, I am calling somebody to talk with you. { $hotline ->
        [none] Do not carry it alone.
       *[other] If something is about to happen, call <b>{ $hotline }</b>.
    }
crisis-domestic-violence = This is not your fault; are you safe right now? I am calling somebody to help you. { $hotline ->
        [none] If you can leave, go where people are.
       *[other] If the danger is in front of you, call <b>{ $hotline }</b>.
    }
crisis-work-danger = Get everybody to safety first and do not go back for things. I am calling somebody. { $hotline ->
        [none] Please shout to those near you to leave as well.
       *[other] Call <b>{ $hotline }</b> now.
    }
crisis-about-other = Thank you for caring. Are they safe right now, is anybody with them? I am calling somebody to talk with you{ $hotline ->
        [none] .
       *[other] ; if it is urgent, call <b>{ $hotline }</b>.
    }
crisis-are-you-well = What you just wrote leaves me a little worried. Are you all right?
crisis-wants-to-talk = (would like to talk to somebody)
crisis-glad = Good, I am glad. Whenever you want to talk to somebody, tell me.
crisis-left = I am glad you are safe. What you wrote has been deleted on our side; it is only in your own chat. May somebody ask you tomorrow?
crisis-tomorrow = Good, somebody will ask you tomorrow. You need not answer.
crisis-nothing-open = Nobody is being called at the moment.
crisis-you-are-there =
    You are connected. From now on every word of yours goes straight to them, and theirs to you.

    Listen first; ask whether they are safe. If there is danger at once, call 110 or 120.
crisis-handed-over = Handed back, thank you. Take a rest yourself.
crisis-drill-thanks = ✅ Drill received; the line works. Thank you.

crisis-inline = Thank you for saying it. { $hotline ->
        [none] Somebody will listen
       *[other] You can call { $hotline } now
    }
crisis-inline-more = Press the button above and I will call somebody to talk with you.
crisis-inline-button = 💚 Talk to somebody
crisis-inline-shared = { $hotline ->
        [none] You do not have to bear it alone. Talk to somebody.
       *[other] You do not have to bear it alone. Call <b>{ $hotline }</b> at any hour.
    }

button-crisis-safe = 🙂 I am safe now
button-crisis-talk = I would like to talk
button-crisis-fine = I am fine, thanks
button-crisis-tomorrow = Yes, ask me tomorrow
button-crisis-take = 🤝 I am coming
button-crisis-hand-back = Hand back
button-crisis-tell = Say hello

notice-crisis-ring = 🆘 Somebody needs you now. Press “I am coming” and you can talk with them at once.
notice-crisis-drill = 🔔 A drill of the crisis line: please press “I am coming”. Nobody is waiting; it only shows that it works.
notice-crisis-drill-missed = 🔔 Nobody answered today's drill of the crisis line. Please see who is on call: /duty
notice-crisis-numbers =
    Nobody has come yet; do not carry it alone. You can call now:
    <b>12356</b> psychological aid  <b>120</b> medical  <b>110</b> police
    We go on calling people.
notice-crisis-here = { $handler } is here. Just write.
notice-crisis-safe = They say that they are safe now; this talk ends here. What was written has been deleted.
notice-crisis-handed-back = That is all for today. Whenever it gets hard again, write to me and I call somebody at once.
notice-crisis-hello = 💚 This is { $handler }; we talked yesterday. How are you today? Just write, I am here.
notice-crisis-call-back = 💚 Somebody you talked with yesterday would like to be asked again today. One press takes your greeting to them.

on-call = 📟 On call now: { $people }
on-call-nobody = 📟 Nobody is listed on call; counsellors are rung first, then others who can listen.
on-call-gaps =
    ⚠️ Nobody is on call within the next seven days at these times:
    { $lines_html }
on-call-no-gaps = Somebody is on call all through the next seven days.
on-call-gap = { $first } to { $last }

refused-crisis-taken = Somebody has come already, thank you.
refused-crisis-over = This one is over.
refused-crisis-one-at-a-time = You are talking with somebody else; please let a colleague take this one.
