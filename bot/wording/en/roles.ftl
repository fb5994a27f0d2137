# Who works here: one administrator asks for a role, another approves it, and it ends on a day.

duty-administrator = administrator
duty-awareness = legal awareness

admin-welcome = ✅ You are an administrator now. One administrator asks for a colleague, another approves; the roster: /staff.

notice-grant-asked =
    👤 { $handler } asks: { $name } as { $duty }, until { $last }.
    It counts once you approve.
notice-grant-in-your-name = 👤 Asked in your name: { $name } as { $duty }, until { $last }. If it was not you, please tell the other administrator at once.
notice-grant-given = ✅ { $name }: { $duty }, from today until { $last }.
notice-grant-refused = Another administrator did not approve { $name } as { $duty }.
notice-grant-lapsed = Nobody approved { $name } as { $duty } in time. Ask again if it is still wanted.
notice-grant-ending = ⏳ The role of { $name } ({ $duty }) ends on { $last }. To go on, an administrator asks again.
notice-grant-ended = The role of { $name } ({ $duty }) is over; the work has been handed on. Thank you.
notice-handler-left = 👤 The handler or sponsor of { $number } has left. Please name somebody.
notice-duty-gap = 👤 Somebody has left: { $count } shifts on call are empty. Please fill them; /duty shows the gaps.

button-grant-yes = Approve
button-grant-no = Do not approve
button-staff-end = Yes, they leave

grant-approved = ✅ You approved { $name }.
grant-not-approved = Not approved: { $name }. Whoever asked will know.

staff-list = 👤 { $count } people on the roster. Press a name when somebody leaves.
staff-end-sure = { $name } leaves: no way in any more, at once; the work goes to others. Sure?
staff-ended = ✅ Done; { $count } cases handed on.

refused-grant-duty = There is no such role
refused-grant-not-yours = Only an administrator can ask
refused-grant-own = Another administrator has to decide this
refused-grant-until = The last day must be after today, at most { $limit } days away
refused-grant-nobody = There is no other administrator yet who could approve
refused-grant-is-over = This has been decided, or is too old
refused-grant-has-role = You have a role already; administrators handle no cases, so leave that role first
refused-admin-code = This code does not work
