# Taking back what was sent by mistake, and what does not belong here
command-takeback = Take back what was sent by mistake
button-take-back = ↩ Take this back
take-back-sure = Take this back? It goes from my store and from the other side as well.
take-back-which = Which one? One press takes it back.
take-back-none = There is nothing that can be taken back.
take-back-done = Taken back: it is gone from my store and from this chat; the copy with the mediator is being removed. What they have read cannot be unread.
take-back-done-here-left = Taken back: it is gone from my store; the copy with the mediator is being removed. Telegram does not let me delete the one in this chat any more: please press long on it and delete it.
taken-back-here = <i>This was taken back by its author</i>
kind-taken-back = (taken back)
notice-taken-back-left = What you took back ({ $number }) is gone from my store, but its copy in the other chat is too old for Telegram to delete. If it matters, please ask the mediator to delete it by hand.
secret-state = This looks like a state secret, so I have not stored it. Such things may not be sent over a network, not here either. What happened can be told without papers and data.
secret-commercial = This looks like a commercial secret, so I have not stored it. What happened can be told without coordinates, reserves or bids.
secret-left-out = It was not stored, and it is gone from this chat. Please go on with what happened.
secret-left-out-here = It was not stored. Telegram does not let me delete the message in this chat: please press long on it and delete it.
button-secret-out = Leave it out
button-secret-none = It is none, go on
button-secret-person = Not sure, ask a person
