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
  'error-method-not-allowed': 'Only POST is allowed here.',
  'error-settings-unreadable':
    "The app's settings could not be read, so nothing was done. An admin can check and save them again.",
  'error-audit-unavailable': 'The record of this logout could not be stored, so nothing was done. Try again.',
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
} as const;
