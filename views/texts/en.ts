/** The texts people read, in English. It is also the list of keys that every other catalogue must have. */
export const en = {
  'error-not-logged-in': 'You must be logged in to do this.',
  'error-account-deactivated': 'Your account is deactivated, so nothing was done.',
  'error-unauthorized': 'User does not have the permissions required for this action [error-unauthorized]',
  'error-locked-out':
    '{maxIncorrectCodes} incorrect codes came from your account within {lockoutMinutes} minutes, so this app refuses you until {time}. Nothing was changed. Another person with an allowed role can let you in sooner.',
  'invalid-params': 'The request is invalid.',
  'totp-required': 'A code is needed.',
  'totp-invalid': 'That code is incorrect.',
  'totp-max-attempts': 'The code was incorrect too often. Request a new one and try again.',
  'error-2fa-not-enforced':
    'The workspace did not ask for a second factor, so nothing was done. Set up two-factor authentication for your account, and call without a token that bypasses it. An admin can also set "When no second factor is asked for" to "Log out anyway".',
  'error-session-not-found': 'There is no session with this ID. It may have expired. Nothing was changed.',
  'error-user-not-found': 'No user has this username or user ID. Nothing was changed.',
  'error-license-required':
    'This workspace has no licence for device management, so single sessions cannot be listed or ended. Nothing was changed. Without it you can still end everything of one person: "sessions/logout.everything".',
  'error-too-many-requests': 'Too many requests to the workspace. Nothing was changed. Try again in {seconds} seconds.',
  'error-workspace-unreachable':
    'The app could not reach the workspace. Nothing was changed. An admin can check the setting "Workspace address".',
  'error-workspace-invalid-response':
    'The workspace gave an answer that the app does not understand. Nothing was changed. An admin can check the setting "Workspace address".',
  'error-workspace-timeout': 'The workspace did not answer in time. Nothing was changed. Try again.',
  'error-outcome-unknown':
    'The logout was sent, but no clear answer came back. It may have happened. Check before you try again.',
  'error-method-not-allowed': 'This method is not allowed here.',
  'error-one-code-per-session':
    'The workspace mails a code that works once, and with an access token every session would need a code of its own. Nothing was changed. Use an authenticator app, or call with "X-User-Id" and "X-Auth-Token", or end one session at a time.',
  'error-settings-unreadable':
    "The app's settings could not be read, so nothing was done. An admin can check them and save them again.",
  'error-audit-unavailable': 'The app could not read or store its records, so nothing was done. Try again.',
  'error-not-connected': 'The app may not act for you yet. Connect it first.',
  'error-connection-ended': 'Your connection has ended. Connect again.',
  'error-oauth-client-disabled':
    'An admin has switched off the OAuth app "Session Logout" of this workspace. Ask an admin to switch it on again.',
  'error-connect-link-invalid':
    'This link is no longer valid. It works once, within {linkMinutes} minutes, unless you disconnect first. Go back to Rocket.Chat and type /logout-session connect.',
  'error-connect-failed':
    'The workspace did not let the app connect. Go back to Rocket.Chat and type /logout-session connect to try again.',
  'error-connect-wrong-account':
    'Your browser is logged in with a different account than your chat. Nothing was connected. Log in with your own account and type /logout-session connect again.',
  'error-password-not-in-chat':
    "Your second factor is your password, and it could be read on your screen while you type it here. Nothing was changed. Set up an authenticator app or e-mailed codes for your account, or use the app's API. An admin can also allow passwords in the app's settings.",
  'error-confirmation-needed': 'Confirm the logout first. Nothing was changed.',
  'error-request-expired':
    'This step was used already or is more than {pendingMinutes} minutes old, so it changed nothing. Look at the latest message here, or type the command again.',
  'error-request-foreign': 'This step belongs to somebody else. Nothing was changed.',
  'error-internal': 'Something went wrong in the app, and nothing was done. The request ID leads to the log entry.',

  'invalid:body:not-an-object': 'The body must be an object with the fields of this endpoint.',
  'invalid:body:unknown-field': 'The body has a field that this endpoint does not have.',
  'invalid:sessionId:missing': 'The body must have "sessionId".',
  'invalid:sessionId:not-allowed': '"sessionId" must be text of 1 to {maxSessionIdLength} letters, digits, "_" or "-".',
  'invalid:sessionIds:missing': 'The body must have "sessionIds".',
  'invalid:sessionIds:not-allowed':
    '"sessionIds" must be a list of at least one text of 1 to {maxSessionIdLength} letters, digits, "_" or "-".',
  'invalid:sessionIds:too-many': '"sessionIds" must have at most {maxBatch} session IDs.',
  'invalid:sessionIds:repeated': '"sessionIds" must not have the same session ID twice.',
  'invalid:userId:missing': 'The body must have either "userId" or "username".',
  'invalid:userId:not-allowed': '"userId" must be text of 1 to {maxSessionIdLength} letters, digits, ".", "_" or "-".',
  'invalid:username:not-allowed': '"username" must be text: a username of this workspace.',
  'invalid:except:not-allowed': '"except" must be a list of session IDs.',
  'invalid:except:too-many': '"except" must have at most {maxBatch} session IDs.',
  'invalid:except:repeated': '"except" must not have the same session ID twice.',
  'invalid:except:not-listed':
    '"except" has a session ID that is not in the list of this person\'s sessions, so it could not be kept. Nothing was changed. A login can have several IDs: use those that the list shows.',
  'invalid:reason:not-allowed': '"reason" must be text.',
  'invalid:reason:too-long': '"reason" must have at most {maxReasonLength} characters.',
  'invalid:reason:hidden-characters':
    '"reason" must not have control characters, characters that change the direction of writing, or broken characters.',
  'invalid:x-2fa-code:not-allowed': 'The header "x-2fa-code" must be plain ASCII, at most {maxCodeLength} characters.',
  'invalid:ip:not-allowed': '"ip" must be an IPv4 or IPv6 address, or a range such as 203.0.113.0/24.',
  'invalid:os:not-allowed':
    '"os" must be text of 1 to {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'invalid:client:not-allowed':
    '"client" must be text of 1 to {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'invalid:filter:not-allowed':
    '"filter" must be text of 1 to {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'invalid:loginAfter:not-allowed':
    '"loginAfter" must be a date such as 2026-11-01, a time such as 2026-11-01T12:30Z, "today", "yesterday", or how long ago: 3h, 2d, 1w.',
  'invalid:loginBefore:not-allowed':
    '"loginBefore" must be a date such as 2026-11-01, a time such as 2026-11-01T12:30Z, "today", "yesterday", or how long ago: 3h, 2d, 1w.',

  'many:rate-limited':
    'The workspace allows callers without the permission api-bypass-rate-limit only a few calls a minute, shared by all who use the app. Wait, then send the sessions that are left.',
  'invalid:from:not-allowed': '"from" must be a day such as 2026-11-01, or a time such as 2026-11-01T12:30Z.',
  'invalid:to:not-allowed':
    '"to" must be a day such as 2026-11-30, or a time such as 2026-11-30T12:30Z, and after "from".',
  'invalid:result:not-allowed': '"result" must be a result as recorded, or "failed", or "unknown".',
  'invalid:limit:not-allowed': '"limit" must be a whole number from 1 to {maxPageEntries}.',
  'invalid:cursor:not-allowed': '"cursor" must be the next one given by the previous part.',
  'invalid:format:not-allowed': '"format" must be "ndjson" or "csv".',
  'invalid:query:unknown-field': 'The address has a parameter that this endpoint does not have.',
  'invalid:count:not-allowed': '"count" must be a number, 0 or above.',
  'invalid:sort:not-allowed':
    '"sort" must be JSON, with "loginAt", "device.name", "device.os.name", "device.os.version", "_user.name" or "_user.username", and 1 or -1.',
  'invalid:parameter:not-allowed': 'The parameter "{field}" has a value that is not allowed.',
  'invalid:parameter:repeated': 'The parameter "{field}" must appear only once, as text.',
  'invalid:parameter:too-long': 'The parameter "{field}" must have at most {maxSearchLength} characters.',
  'invalid:parameter:hidden-characters':
    'The parameter "{field}" must not have control characters, characters that change the direction of writing, or broken characters.',

  'setting:allowed_roles': 'Allowed roles: list at most {maxRoles} role IDs or names, separated by commas.',
  'setting:without_challenge': 'When no second factor is asked for: choose "refuse" or "allow".',
  'setting:workspace_url':
    'Workspace address: leave it empty, or enter an address such as https://chat.example.com, without a password, "?" or "#".',
  'setting:timeout_seconds': 'Time limit: enter a whole number of seconds from {minSeconds} to {maxSeconds}.',
  'setting:password_in_chat': 'Passwords in chat: switch it on or off.',
  'setting:connection_hours': 'Connection lifetime: enter a whole number of hours from 1 to {maxHours}.',
  'setting:tell_person': 'Tell the person: switch it on or off.',
  'setting:tell_who': 'Say who and why: switch it on or off.',
  'setting:security_room': 'Security room: enter the name or ID of a room that exists, or leave it empty.',
  'setting:security_room:read-only':
    'Security room: this room is read-only, so the app could not post in it. Choose another one.',
  'setting:security_room:archived':
    'Security room: this room is archived, so nobody would see what is posted in it. Choose another one.',
  'setting:auditor_roles': 'Auditor roles: list at most {maxRoles} role IDs or names, separated by commas.',
  'setting:keep_days': 'Keep the record: enter a whole number of days from 0 to {maxDays}.',

  'chat:error-unauthorized':
    'You may not do this. You need a role that is allowed in the settings of the app Session Logout, and the permission logout-device-management.',
  'chat:error-license-required':
    'This workspace has no licence for device management, so single sessions cannot be listed or ended. Nothing was changed. Without it you can still end everything of one person: `/logout-session @user`.',
  'chat:error-internal':
    'Something went wrong in the app. Look at the latest message here before you try again. Request {request}.',
  'chat:invalid:sessionId':
    'That is not a session ID. A session ID has 1 to {maxSessionIdLength} letters, digits, "_" or "-".',
  'chat:invalid:reason':
    'The reason may have at most {maxReasonLength} characters, and none that are invisible or change the direction of writing.',
  'chat:invalid:reason:looks-like-code':
    'The reason looks like a code or is the same as what you entered as the code. Write the reason in words. What you typed was not recorded.',
  'chat:invalid:x-2fa-code': 'That cannot be a code. A code has at most {maxCodeLength} plain letters and digits.',
  'chat:invalid:ip': 'That is not an IP address. Write an IPv4 or IPv6 address, or a range such as 203.0.113.0/24.',
  'chat:invalid:os':
    'The system you search for may have at most {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'chat:invalid:client':
    'The client you search for may have at most {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'chat:invalid:filter:looks-like-code':
    'What you search for looks like a code, or is the same as what you entered as the code. Search for other words. What you typed was not kept.',
  'chat:invalid:filter':
    'The words you search for may have at most {maxSearchLength} characters, and none that are invisible or change the direction of writing.',
  'chat:invalid:loginAfter':
    'That is not a date or time for `after:`. Write for example 2026-11-01, 2026-11-01T12:30, today, yesterday, or how long ago: 3h, 2d, 1w.',
  'chat:invalid:loginBefore':
    'That is not a date or time for `before:`. Write for example 2026-11-01, 2026-11-01T12:30, today, yesterday, or how long ago: 3h, 2d, 1w.',
  'chat:totp-max-attempts':
    'The code was incorrect too often, so the workspace no longer accepts it. Nothing was ended. Type the command again to get a new code.',
  'chat:help':
    'End somebody\'s session, with your own second factor:\n`/logout-session <session ID> [reason]` – end this session\n`/logout-session @user [reason]` – the sessions of this person\n`/logout-session` – a form to search for sessions\n`/logout-session find windows @user ip:203.0.113.0/24 os:windows client:mobile after:yesterday before:2026-11-01 [--reason "…"]` – the same in one line, with any of these\n`/logout-session connect` – let the app act for you, for a limited time\n`/logout-session disconnect` – end that\n`/logout-session status` – whether you may use this, and until when you are connected\n`/logout-session log [@user] [today|7d|30d] [failed]` – what was done with this app, by whom, and how it ended\n`/logout-session unlock @user` – let somebody back in after incorrect codes locked them out\n`/logout-session help` – this text\nIf your client cannot open dialogs: `/logout-session <session ID> --code 123456 [--method totp] [--reason "…"]`, or `--yes` where no code is asked for',
  'chat:unknown-word':
    'That is neither a session ID nor one of the commands here. Did you mean `/logout-session {nearest}`? A session ID has 17 letters and digits. For the sessions of a person, type `/logout-session @user`.',
  'chat:misplaced:option':
    'One of the words looks like an option, but it is not --code, --method or --reason. Nothing was done or recorded. The session ID comes first: `/logout-session <session ID> --code 123456`. Or leave the code out and enter it in the dialog.',
  'chat:misplaced:digits':
    'A number that could be a code is where a session ID or reason belongs. Nothing was done or recorded. If it is your code, write `/logout-session <session ID> --code 123456`, or leave it out and enter it in the dialog. If it is your reason, write `--reason "…"`.',
  'chat:misplaced:after-option':
    'There are extra words after an option, or two reasons. Nothing was done or recorded. Put the reason before the options, or write `--reason "…"`. If your second factor is your password, leave out --code and enter the password in the dialog.',
  'chat:misplaced:secret-word':
    'One of the words, such as "code" or "password", may be next to a secret. Nothing was done or recorded. If it is your code, write `/logout-session <session ID> --code 123456`, or enter it in the dialog. A password belongs in the dialog only. If it is your reason, write `--reason "…"`.',
  'chat:misplaced:option-twice':
    'One of the options appears twice. Nothing was done or recorded. Write each option once, or leave out --code and enter the code in the dialog.',
  'chat:misplaced:code-with-search':
    'A search needs no code on the command line, and ends nothing. Nothing was done or recorded. Leave out --code, --method and --yes: the dialog asks for the code when it is needed.',
  'chat:bad-filter:unknown':
    'One of the words with a colon is not a filter. Nothing was done or recorded. The filters are `ip:`, `os:`, `client:`, `before:` and `after:`; a person is written as `@user`.',
  'chat:bad-filter:twice': 'The filter {filter} appears twice. Nothing was done or recorded. Use it once.',
  'chat:bad-filter:empty':
    'The filter {filter} needs a value. Nothing was done or recorded. For example: `/logout-session find os:windows after:yesterday`. For the sessions of a person, type `/logout-session @user`.',
  'chat:missing-value': 'The option --{option} needs a value after it.',

  'chat:done': 'Session {session} was ended on {time}.',
  'chat:failed': '{error} (Session {session}.)',
  'chat:code-needed:totp': 'To end session {session}, you need a code from your authenticator app.',
  'chat:code-needed:email': 'To end session {session}, you need the code that was mailed to {address}.',
  'chat:code-needed:password': 'To end session {session}, you need your password.',
  'chat:code-missing': 'A code is needed to end session {session}. It was not ended.',
  'chat:confirm-needed': 'The workspace asks for no code. Session {session} is ended as soon as you confirm it.',
  'chat:confirm-by-option':
    'The workspace asks for no code. To end session `{session}` anyway, type the command again with `--yes`.',
  'chat:slow':
    'The workspace is slow. When it has answered, a message here will say how to go on with session {session}.',
  'chat:slow-result': 'The workspace is slow. The result for session {session} will follow here.',
  'chat:request': 'Request {request}',
  'chat:code-by-option':
    'Type the command again with the code: `/logout-session {session} --code <code> --method {method}`',
  'chat:code-incorrect': 'The code for session {session} is incorrect. The session was not ended.',
  'chat:connect-first': 'To end session {session}, let the app act for you first.',
  'chat:connect-again': 'Your connection has ended. To end session {session}, let the app act for you again.',
  'chat:connect-here': 'Open this address in your browser within {linkMinutes} minutes: {url}',
  'chat:connected': 'You are connected until {time}.',
  'chat:connected-go-on': 'You are connected until {time}. You were about to end session {session}.',
  'chat:not-connected': 'You are not connected.',
  'chat:disconnected': 'The app no longer acts for you.',
  'chat:role-allowed': 'One of your roles is allowed to use this.',
  'chat:role-not-allowed': "You may not use this: none of your roles is allowed in the app's settings.",

  'setup:settings:ok': 'Settings: readable.',
  'setup:settings:unreadable':
    'Settings: at least one cannot be read. Open the settings of the app and save them again.',
  'setup:workspace:ok': 'Workspace address: a workspace answers.',
  'setup:workspace:unreachable':
    'Workspace address: nothing answers there. Enter one that the server itself can reach, such as http://localhost:3000.',
  'setup:workspace:slow':
    'Workspace address: no answer in time. Check the load of the server, or raise the time limit.',
  'setup:workspace:no-workspace':
    'Workspace address: what answers there is not Rocket.Chat, or it redirects. Enter the final address.',
  'setup:workspace:unknown': 'Workspace address: could not be checked.',
  'setup:site:ok': 'Site URL: leads to this workspace.',
  'setup:site:unreachable': 'Site URL: this app does not answer there. Correct the site URL, or the reverse proxy.',
  'setup:site:not-from-here':
    'Site URL: the server itself cannot reach it, so it could not be checked. Behind some proxies that is normal.',
  'setup:site:elsewhere': 'Site URL: it leads to another workspace. Correct the site URL.',
  'setup:site:unknown': 'Site URL: could not be checked.',
  'setup:licence:ok': 'Licence: the workspace has one.',
  'setup:licence:none':
    'Licence: the workspace has none for device management, so single sessions cannot be listed or ended. Ending everything of one person works.',
  'setup:licence:unknown': 'Licence: could not be checked.',
  'setup:permission:ok': 'Permission logout-device-management: you have it.',
  'setup:permission:missing': 'Permission logout-device-management: you do not have it. Give it to one of your roles.',
  'setup:permission:unknown': 'Permission logout-device-management: could not be checked.',
  'setup:second-factor:ok': 'Second factor: the workspace asks you for one.',
  'setup:second-factor:not-demanded':
    'Second factor: the workspace would not ask you for one, so the app refuses. Switch on two-factor authentication, or use a token that does not skip it.',
  'setup:second-factor:not-demanded-allowed':
    'Second factor: the workspace would not ask you for one, and the settings of the app allow that.',
  'setup:second-factor:none-set-up':
    'Second factor: you have set up neither an authenticator app nor codes by e-mail. Set up one of them in your account.',
  'setup:second-factor:unknown': 'Second factor: could not be checked.',
  'setup:oauth-client:ok': 'OAuth client “Session Logout”: exists and is active.',
  'setup:oauth-client:missing':
    'OAuth client “Session Logout”: there is none. A new one is made when somebody next connects; everybody else has to connect again.',
  'setup:oauth-client:disabled':
    'OAuth client “Session Logout”: it is switched off. Switch it on under Third-party login.',
  'setup:oauth-client:elsewhere':
    'OAuth client “Session Logout”: it leads back to another address. It is corrected when somebody next connects.',
  'setup:oauth-client:unknown': 'OAuth client “Session Logout”: could not be checked.',
  'setup:room:ok': 'Security room: the app can post there.',
  'setup:room:none': 'Security room: none is set.',
  'setup:room:missing': 'Security room: there is no such room. Enter another in the settings of the app.',
  'setup:room:archived': 'Security room: it is archived. Enter another in the settings of the app.',
  'setup:room:read-only':
    'Security room: it is read-only, so the app cannot post there. Change the room, or enter another in the settings of the app.',
  'setup:room:unknown': 'Security room: could not be checked.',
  'setup:retention:ok': 'Clearing the record: it ran today or yesterday.',
  'setup:retention:for-good': 'Clearing the record: off, everything is kept.',
  'setup:retention:not-yet': 'Clearing the record: it has not run yet. It runs at the next full hour.',
  'setup:retention:late': 'Clearing the record: it is late. Was the app off? It catches up at the next full hour.',
  'setup:retention:failed':
    'Clearing the record: it failed. It tries again at the next full hour; look at the log of the app.',
  'setup:retention:unknown': 'Clearing the record: could not be checked.',
  'setup:title': 'Set-up:',
  'setup:connect-first':
    'Type `/logout-session connect` to have licence, permission and second factor checked as well.',

  'button:go-on': 'Continue',
  'button:enter-code': 'Enter the code',
  'button:try-again': 'Try again',
  'button:connect': 'Connect',

  'modal:title': 'End a session',
  'modal:session': 'Session {session} will be ended. Its device is logged out at once.',
  'modal:reason': 'Reason (for the record)',
  'modal:log-out': 'End the session',
  'modal:cancel': 'Cancel',
  'modal:close': 'Close',
  'modal:no-code': "The workspace does not ask you for a code, and the app's settings allow that.",
  'modal:code:totp': 'Code from your authenticator app',
  'modal:code:email': 'Code from your e-mail',
  'modal:code:password': 'Your password (it can be read here while you type)',
  'modal:mailed': 'We mailed a code to {address}.',
  'modal:mailed-before': 'A code was mailed to {address} earlier, and still works.',
  'modal:send-again': 'Send again',
  'modal:code-incorrect': 'That code is incorrect.',
  'modal:code-incorrect-tries': 'That code is incorrect. Tries left: at most {tries}.',
  'modal:code-incorrect-mailed': 'That code no longer works. We mailed a new one to {address}.',
  'modal:code-empty': 'Enter the code.',
  'modal:slow': 'The workspace is slow. The result will follow in chat. You can close this dialog.',
  'modal:connect-title': 'Connect Session Logout',
  'modal:connect':
    'To end sessions, the app acts for you. Your browser will ask you once whether it may do that for {hours} h. Your second factor is still asked for every time.',
  'modal:connect-button': 'Open the consent page',
  'modal:connect-note': 'The link works once, for {linkMinutes} minutes.',

  'ago:minutes': '{count} min ago',
  'ago:hours': '{count} h ago',
  'ago:days': '{count} d ago',
  'search:about': 'Search for sessions',
  'search:about-person': 'Sessions of {person}',
  'search:code-needed:totp': 'You need a code from your authenticator app. ({about}.)',
  'search:code-needed:email': 'You need the code that was mailed to {address}. ({about}.)',
  'search:code-needed:password': 'You need your password. ({about}.)',
  'search:code-missing': 'A code is needed. Nothing was done. ({about}.)',
  'search:code-incorrect': 'That code is incorrect. Nothing was done. ({about}.)',
  'search:confirm-needed': 'The workspace asks for no code. Press the button to go on. ({about}.)',
  'search:slow': 'The workspace is slow. When it has answered, a message here will say how to go on. ({about}.)',
  'search:slow-result': 'The workspace is slow. The result will follow here. ({about}.)',
  'search:progress': 'Sessions ended so far: {count}. The result will follow here. ({about}.)',
  'search:connect-first': 'Let the app act for you first. ({about}.)',
  'search:connect-again': 'Your connection has ended. Let the app act for you again. ({about}.)',
  'search:connected-go-on': 'You are connected until {time}. You can continue now. ({about}.)',
  'search:failed': '{error} ({about}.)',
  'search:found': 'Sessions found: {count}. ({about}.)',
  'search:none': 'No session was found. ({about}.)',
  'search:none-incomplete':
    'No session was found, but the search did not get through all of them. Search for one person, or try again. ({about}.)',
  'search:person-unknown': 'There is no user with that name. Enter the username as it is written after the @.',
  'search:person-unknown-nearest': 'There is no user with that name. Did you mean {people}?',
  'search:needs-dialog':
    'A search needs a dialog, and this client cannot open one. Use a web client, or end one session by its ID: `/logout-session <session ID> --code 123456`.',
  'search:title': 'Find sessions',
  'search:submit': 'Continue',
  'search:form': 'Which sessions are you looking for? Fill in what you know; leave the rest empty.',
  'search:of-person': 'Sessions of {person}.',
  'search:of-query': 'The sessions that match your search.',
  'search:asked-before': 'The workspace asks for your second factor before it shows them.',
  'search:field:person': 'Username',
  'search:field:words': 'Device, system or other words',
  'search:field:address': 'Address or range, such as 203.0.113.0/24',
  'search:field:after': 'Logged in on or after, such as 2026-11-01 or yesterday',
  'search:field:before': 'Logged in before',
  'search:what': 'What do you want to do?',
  'search:what:choose': 'Show the sessions and let me choose',
  'search:what:all': 'End all sessions that are listed',
  'search:what:everything': 'End everything of this person',
  'search:what-note':
    '“Everything” also ends logins of scripts and deletes personal access tokens. It needs the permission logout-other-user. Tokens of OAuth apps survive it.',
  'search:what-note-mailed':
    'Your codes are mailed, and each works once, so one cannot end all listed sessions. “Everything” takes one code: it also ends logins of scripts and deletes personal access tokens. It needs the permission logout-other-user. Tokens of OAuth apps survive it.',
  'everything:about': 'Everything of {person}',
  'everything:title': 'End everything',
  'everything:submit': 'End everything',
  'everything:unlicensed':
    'This workspace has no licence for device management, so the sessions of {person} cannot be shown one by one. You can still end everything of {person} at once: all devices are logged out, logins of scripts end, and personal access tokens are deleted. Tokens of OAuth apps survive it.',
  'everything:error-unauthorized':
    'You may not do this. You need a role that is allowed in the settings of the app Session Logout, and the permission logout-other-user, with logout-device-management or create-personal-access-tokens.',
  'choice:title': 'Choose sessions',
  'choice:submit': 'End the sessions',
  'choice:found': 'Sessions found: {count}, newest first.',
  'choice:found-of-person': 'Sessions of {person}: {count}, newest first.',
  'choice:more': 'The newest {maxToChooseFrom} are shown here; there are {rest} more. Narrow your search to see them.',
  'choice:incomplete': 'The search did not get through everything: it looked at {looked} sessions. There may be more.',
  'choice:which': 'Which of them?',
  'choice:which:chosen': 'Only those chosen below',
  'choice:which:all': 'All that were found ({count})',
  'choice:which:all-others': 'All that were found except yours ({count})',
  'choice:sessions': 'Sessions to end',
  'choice:session': 'Session to end (a mailed code ends one)',
  'choice:placeholder': 'Choose',
  'choice:you': 'you',
  'choice:unknown-device': 'unknown device',
  'choice:logged-in': 'logged in {time}, {ago}',
  'choice:what-a-row-is':
    'Each line is one login. Browsers that were closed stay listed for up to 45 days and look the same. Ending a login made with a personal access token deletes that token.',
  'batch:all-ended': 'Sessions ended on {time}: {count}. ({about}.)',
  'batch:some-ended': 'Sessions ended on {time}: {gone} of {count}. ({about}.)',
  'batch:everything-ended':
    'Everything of this person was ended on {time}: all devices, logins of scripts, and personal access tokens. Tokens of OAuth apps survive it. ({about}.)',
  'batch:everything-ended-not-listed':
    'Everything of this person was ended on {time}: all devices, logins of scripts, and personal access tokens. Tokens of OAuth apps survive it. Some sessions could not be taken off the list. ({about}.)',
  'batch:stopped': 'It stopped early: {error}',
  'batch:incomplete': 'The list could not be read to the end, so there may be more sessions. Repeat this to end those.',
  'batch:stopped:error-too-many-requests':
    'The workspace allows people without the permission api-bypass-rate-limit only a few calls a minute, shared by all who use the app. Wait {seconds} seconds, then try the others again.',
  'batch:stopped:error-workspace-timeout': 'The time for one step ran out.',
  'batch:stopped:error-audit-unavailable': 'The outcome of a session could not be recorded.',
  'batch:stopped:totp-max-attempts':
    'The code was incorrect too often, so the workspace no longer accepts it. Get a new one for the rest.',
  'batch:ended': 'Ended ({count}): {sessions}',
  'batch:already-gone': 'Already gone ({count}): {sessions}',
  'batch:refused': 'Refused ({count}): {sessions}',
  'batch:failed': 'Failed ({count}): {sessions}',
  'batch:not-begun': 'Not begun ({count}): {sessions}',
  'batch:unknown': 'May have been ended, no clear answer came back ({count}): {sessions}',
  'batch:more': 'and {count} more, which are in the record',
  'alarm:person:ended': 'You were logged out on {time}. Devices ({count}): {devices}',
  'alarm:person:unknown':
    'You may have been logged out on {time}; no clear answer came back. Devices ({count}): {devices}',
  'alarm:person:everything:ended':
    'All your devices were logged out on {time}. Logins of scripts and your personal access tokens were ended as well.',
  'alarm:person:everything:unknown':
    'All your devices may have been logged out on {time}, and logins of scripts and your personal access tokens ended; no clear answer came back.',
  'alarm:person:advice':
    'If you did not expect this, change your password and tell the admins of this workspace. To go on using a device, log in on it again.',
  'alarm:by': 'By {who}.',
  'alarm:reason': 'Reason: {reason}',
  'alarm:more': 'and {count} more',
  'alarm:unknown-person': 'unknown person',
  'alarm:count:ended': 'ended: {count}',
  'alarm:count:unknown': 'may have been ended: {count}',
  'alarm:count:already-gone': 'already gone: {count}',
  'alarm:count:refused': 'refused: {count}',
  'alarm:count:failed': 'failed: {count}',
  'alarm:count:not-begun': 'not begun: {count}',
  'alarm:room:ended': '{time}: {who} ended sessions of {whom} ({results}).',
  'alarm:room:everything':
    '{time}: {who} ended everything of {whom}, including personal access tokens (listed sessions: {results}).',
  'alarm:room:lockout': '{time}: {who} is locked out until {until} after too many incorrect codes.',
  'alarm:room:summary':
    '{from} to {to}: {count} logouts ({results}). By {who}. Sessions of {whom}. The record has each of them.',
  'alarm:room:lockouts': '{from} to {to}: {count} lockouts after too many incorrect codes. Locked out: {who}.',
  'button:choose': 'Choose',
  'button:try-others': 'Try the others again',
  'chat:invalid:sessionIds:missing': 'Choose at least one session. Your own sessions are not part of “all”.',
  'invalid:sessionIds:not-listed': '"sessionIds" must name sessions that were listed.',
  'chat:invalid:sessionIds:not-listed': 'One of the sessions was not in the list. Nothing was ended. Search again.',

  'chat:bad-log':
    '`log` takes a person, a time (`today`, `7d` or `30d`) and `failed`, each once. Nothing was done. For example: `/logout-session log @alice 7d failed`.',
  'chat:unlock-whom': 'Name one person: `/logout-session unlock @user`. Nothing was done.',
  'chat:needs-dialog': 'This needs a dialog, and this client cannot open one. Use a web client.',
  'chat:invalid:username:not-allowed': 'You cannot let yourself in again. Ask somebody else who may use this app.',
  'unlock:title': 'Let somebody in again',
  'unlock:ask':
    'Incorrect codes lock people out of this app for a while. The incorrect codes of {person} will be forgotten, and they can use it again at once.',
  'unlock:submit': 'Let them in',
  'unlock:about': 'Lockout of {person}',
  'unlock:done': '{person} can use this app again.',
  'unlock:was-not-locked-out': '{person} was not locked out. Their incorrect codes are forgotten.',
  'record:title': 'The record',
  'record:ask':
    'The workspace asks for your second factor before the record is shown. That you read it is recorded as well.',
  'record:submit': 'Show the record',
  'record:about': 'The record',
  'record:shown': 'Entries on this page: {count}. ({about}.)',
  'record:newest-first': 'Newest first.',
  'record:of-person': 'By or about {person}, newest first.',
  'record:since': 'Since {time}.',
  'record:failed-only': 'Only what was refused or failed.',
  'record:none': 'There are no entries.',
  'record:none-yet': 'Nothing was found so far. Press “Older” to go on.',
  'record:times': '{count} times within a minute',
  'record:sessions': 'sessions: {count}',
  'record:more-sessions': 'And {count} more.',
  'record:action:logout': 'End a session',
  'record:action:logout-many': 'End sessions',
  'record:action:logout-all': 'End all sessions of a person',
  'record:action:logout-everything': 'End everything of a person',
  'record:action:list': 'Look for sessions',
  'record:action:connect': 'Connect',
  'record:action:disconnect': 'Disconnect',
  'record:action:status': 'Look at the status',
  'record:action:read-log': 'Read the record',
  'record:action:lockout': 'Locked out after incorrect codes',
  'record:action:unlock': 'Let somebody in again',
  'record:result:done': 'done',
  'record:result:partly-done': 'partly done',
  'record:result:cancelled': 'cancelled',
  'record:result:unknown': 'unknown: it may have happened',
  'record:result:totp-required': 'asked for a code',
  'record:result:totp-invalid': 'incorrect code',
  'record:result:error-confirmation-needed': 'asked to confirm',
  'record:result:other': 'not done ({result})',
  'record:session:ended': 'ended',
  'record:session:already-gone': 'already gone',
  'record:session:refused': 'refused',
  'record:session:failed': 'failed',
  'record:session:not-begun': 'not begun',
  'record:session:unknown': 'unknown',
  'record:via:api': 'API',
  'record:via:command': 'command',
  'record:via:modal': 'dialog',
  'record:via:browser': 'browser',
  'record:field:time': 'Time',
  'record:field:caller': 'Who (roles)',
  'record:field:action': 'What',
  'record:field:result': 'Result',
  'record:field:times': 'Times within a minute',
  'record:field:person': 'About',
  'record:field:device': 'Device',
  'record:field:session': 'Session ID',
  'record:field:reason': 'Reason',
  'record:field:other-account': 'Account that consented',
  'record:field:second-factor': 'Second factor',
  'record:field:workspace-status': "Status of the workspace's last answer",
  'record:field:via': 'Through',
  'record:field:request': 'Request',
  'button:show': 'Show',
  'button:details': 'Details',
  'button:older': 'Older',
  'button:newer': 'Newer',
  'button:back': 'Back',

  'page:title': 'Session Logout',
  'page:connected': 'You are connected. You can close this tab and go back to Rocket.Chat.',
  'page:failed-title': 'Not connected',
} as const;
