/** The texts people read, in English. It is also the list of keys that every other catalogue must have. */
export const en = {
  'error-not-logged-in': 'You must be logged in to do this.',
  'error-unauthorized': 'User does not have the permissions required for this action [error-unauthorized]',
  'invalid-params': 'The request is not valid.',
  'totp-required': 'A code is needed.',
  'totp-invalid': 'The code is not right.',
  'totp-max-attempts': 'The code was wrong too often. Ask for a new one and try again.',
  'error-2fa-not-enforced':
    'The workspace did not ask for a second factor, so nothing was done. Set up two-factor authentication for your account and call without a token that ignores it; or an admin can set "When no second factor is asked for" to "Log out anyway".',
  'error-session-not-found': 'There is no session with this id. It may have expired; nothing was changed.',
  'error-license-required':
    'This workspace has no licence for device management, which ending sessions needs. Nothing was changed.',
  'error-too-many-requests': 'Too many requests to the workspace. Nothing was changed; try again in {seconds} seconds.',
  'error-workspace-unreachable':
    'The app could not reach the workspace. Nothing was changed; an admin can check the setting "Workspace address".',
  'error-workspace-invalid-response':
    'The workspace gave an answer that the app does not understand. Nothing was changed; an admin can check the setting "Workspace address".',
  'error-workspace-timeout': 'The workspace did not answer in time. Nothing was changed; try again.',
  'error-outcome-unknown':
    'The logout was sent, but no clear answer came back. It may have happened; check before you try again.',
  'error-method-not-allowed': 'This method is not allowed here.',
  'error-settings-unreadable':
    "The app's settings could not be read, so nothing was done. An admin can check and save them again.",
  'error-audit-unavailable': 'The record of this logout could not be stored, so nothing was done. Try again.',
  'error-not-connected': 'The app may not act for you yet. Connect it first.',
  'error-connection-ended': 'Your connection has ended. Connect again.',
  'error-oauth-client-disabled':
    'An admin has switched off the OAuth app "Session Logout" of this workspace. Ask one to switch it on again.',
  'error-connect-link-invalid':
    'This link is not valid any more: it works once, for ten minutes. Go back to Rocket.Chat and type /logout-session connect.',
  'error-connect-failed':
    'The workspace did not let the app connect. Go back to Rocket.Chat and type /logout-session connect to try again.',
  'error-connect-wrong-account':
    'You are logged in to the browser as somebody else than in chat. Nothing was connected. Log in as yourself and type /logout-session connect again.',
  'error-password-not-in-chat':
    "Your account confirms with its password, which could be read here while you type it. Nothing was changed. Set up an authenticator app or codes by e-mail in your account, or use the app's API; an admin can also allow passwords in the app's settings.",
  'error-request-expired':
    'This step was used already, or is older than five minutes, so it changed nothing now. Look at the last message here, or type the command again.',
  'error-request-foreign': 'This step belongs to somebody else. Nothing was changed.',
  'error-internal': 'Something went wrong in the app, and nothing was done. The request id leads to the log entry.',

  'invalid:body:not-an-object': 'The body must be an object with "sessionId" and, if you like, "reason".',
  'invalid:body:unknown-field': 'The body may have only "sessionId" and "reason".',
  'invalid:sessionId:missing': 'The body must have "sessionId".',
  'invalid:sessionId:not-allowed': '"sessionId" must be text of 1 to 128 letters, digits, "_" or "-".',
  'invalid:reason:not-allowed': '"reason" must be text.',
  'invalid:reason:too-long': '"reason" must have at most 500 characters.',
  'invalid:x-2fa-code:not-allowed': 'The header "x-2fa-code" must be plain ASCII, at most 256 characters.',

  'setting:allowed_roles': 'Allowed roles: list at most 50 role ids or names, separated by commas.',
  'setting:without_challenge': 'When no second factor is asked for: choose "refuse" or "allow".',
  'setting:workspace_url':
    'Workspace address: leave it empty, or give an address such as https://chat.example.com without password, "?" or "#".',
  'setting:timeout_seconds': 'Time limit: give a whole number of seconds from 1 to 25.',
  'setting:password_in_chat': 'Passwords in chat: switch it on or off.',
  'setting:connection_hours': 'Connection lifetime: give a whole number of hours from 1 to 336.',

  'chat:error-unauthorized':
    'You may not do this. It needs a role that is allowed in the settings of the app Session Logout, and the permission logout-device-management.',
  'chat:error-internal':
    'Something went wrong in the app. Look at the last message here before you try again. Request {request}.',
  'chat:invalid:sessionId': 'This is no session id: it has 1 to 128 letters, digits, "_" or "-".',
  'chat:invalid:reason': 'The reason may have at most 500 characters.',
  'chat:invalid:x-2fa-code': 'This is no code: it has letters and digits only.',
  'chat:totp-max-attempts':
    'The code was wrong too often, so the workspace takes this one no more. Session {session} was not ended. Type the command again to get a new code.',
  'chat:help':
    'End somebody\'s session, with your own second factor:\n`/logout-session <session id> [reason]` – end this session\n`/logout-session connect` – let the app act for you, for a limited time\n`/logout-session disconnect` – end that\n`/logout-session status` – may you use this, and until when are you connected?\n`/logout-session help` – this text\nWhere no dialog can open: `/logout-session <session id> --code 123456 [--method totp] [--reason "…"]`',
  'chat:unknown-word':
    'There is no "{word}" here. Did you mean `/logout-session {nearest}`? A session id has 17 letters and digits.',
  'chat:unknown-option': 'There is no option "{option}". Use --code, --method or --reason.',
  'chat:missing-value': 'The option "{option}" needs a value after it.',

  'chat:done': 'Session {session} was ended on {time}. Request {request}.',
  'chat:failed': '{error} (Session {session}, request {request}.)',
  'chat:code-needed:totp': 'To end session {session}, a code of your authenticator app is needed.',
  'chat:code-needed:email': 'To end session {session}, a code is needed that was mailed to {address}.',
  'chat:code-needed:password': 'To end session {session}, your password is needed.',
  'chat:code-by-option':
    'Type the command again with the code: `/logout-session {session} --code <code> --method {method}`',
  'chat:code-wrong': 'The code for session {session} is not right, and the session was not ended.',
  'chat:connect-first': 'To end session {session}, let the app act for you first.',
  'chat:connect-again': 'Your connection has ended. To end session {session}, let the app act for you again.',
  'chat:connect-here': 'Open this address in your browser, within ten minutes: {url}',
  'chat:connected': 'You are connected until {time}.',
  'chat:connected-go-on': 'You are connected until {time}. You were about to end session {session}.',
  'chat:not-connected': 'You are not connected.',
  'chat:disconnected': 'The app does not act for you any more.',
  'chat:role-allowed': 'One of your roles is allowed to use this.',
  'chat:role-not-allowed': "You may not use this: none of your roles is allowed in the app's settings.",

  'button:go-on': 'Go on',
  'button:enter-code': 'Enter the code',
  'button:try-again': 'Try again',
  'button:connect': 'Connect',

  'modal:title': 'End a session',
  'modal:session': 'Session {session} will be ended: its device is logged out at once.',
  'modal:reason': 'Reason (for the record)',
  'modal:continue': 'Continue',
  'modal:log-out': 'End the session',
  'modal:cancel': 'Cancel',
  'modal:close': 'Close',
  'modal:code:totp': 'Code of your authenticator app',
  'modal:code:email': 'Code from your e-mail',
  'modal:code:password': 'Your password (it can be read here while you type)',
  'modal:mailed': 'We mailed a code to {address}.',
  'modal:mailed-before': 'A code was mailed to {address} before, and still works.',
  'modal:send-again': 'Send again',
  'modal:code-wrong': 'This code is not right.',
  'modal:code-wrong-tries': 'This code is not right. At most {tries} more tries.',
  'modal:code-wrong-mailed': 'This code is not right any more. We mailed a new one to {address}.',
  'modal:code-empty': 'Enter the code.',
  'modal:slow': 'The workspace is slow. The result will follow in chat; you can close this.',
  'modal:connect-title': 'Connect Session Logout',
  'modal:connect':
    'To end sessions, the app acts for you. Your browser will ask you once whether it may ({hours} h long). It still asks for your second factor every time.',
  'modal:connect-button': 'Open the consent page',
  'modal:connect-note': 'The link works once, for ten minutes.',

  'page:title': 'Session Logout',
  'page:connected': 'You are connected. You can close this tab and go back to Rocket.Chat.',
  'page:failed-title': 'Not connected',
} as const;
