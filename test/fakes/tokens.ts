import { readTokenReply } from '../../core/logout/readTokenReply';
import { WorkspaceReply } from '../../core/logout/readReply';
import { TokensApi, UnknownTokenCall } from '../../core/logout/tokensApi';
import { json, replies } from './ports';

export const RIGHT_CODE = '123456';
export const NO_SUCH_TOKEN = json(400, {
  success: false,
  error: 'Token does not exist [error-token-does-not-exists]',
  errorType: 'error-token-does-not-exists',
});

/** A workspace that demands a code for removing a token, and knows one that is right. */
export function tokensOf(answer: (call: UnknownTokenCall) => WorkspaceReply = demanding): TokensApi & {
  readonly sent: UnknownTokenCall[];
} {
  const sent: UnknownTokenCall[] = [];
  return {
    sent,
    async removeUnknown(call) {
      sent.push(call);
      return readTokenReply(answer(call));
    },
  };
}

function demanding({ secondFactor: { code } }: UnknownTokenCall): WorkspaceReply {
  if (code === undefined) {
    return replies.challenge;
  }
  return code === RIGHT_CODE ? NO_SUCH_TOKEN : replies.incorrectCode;
}
