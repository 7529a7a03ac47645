import { type DeployOrder, readOrder } from '../../../scripts/deploy/arguments';
import type { DeployError } from '../../../scripts/deploy/texts';

const URL = 'https://chat.example.com';

function refusal(...args: string[]): DeployError {
  try {
    readOrder(args, {});
  } catch (error) {
    return error as DeployError;
  }
  throw new Error('it was not refused');
}

describe('the arguments of deploy', () => {
  it('are an address, and the rest is asked for', () => {
    expect(readOrder([URL], {})).toEqual({ url: URL, who: {}, agreed: false, checkOnly: false, allowHttp: false });
  });

  it('may ask for a look, for http, and for another package', () => {
    const args = ['--check', '--allow-http', '--package', 'some.zip', URL];
    expect(readOrder(args, {})).toMatchObject({ checkOnly: true, allowHttp: true, packageFile: 'some.zip' });
  });

  it('may ask for help, with or without an address', () => {
    expect([readOrder(['--help'], {}), readOrder([URL, '--help'], {})]).toEqual(['help', 'help']);
  });

  it('leave secrets to the environment, where an empty one is none', () => {
    const environment = {
      DEPLOY_USER: 'ada',
      DEPLOY_PASSWORD: ' p ',
      DEPLOY_TOTP_SECRET: 'S',
      DEPLOY_USER_ID: '',
      DEPLOY_TOKEN: 't',
      DEPLOY_YES: '1',
    };
    const order = readOrder([URL], environment) as DeployOrder;
    expect(order).toMatchObject({ agreed: true });
    expect(order.who).toEqual({ user: 'ada', password: ' p ', totpSecret: 'S', token: 't' });
    expect(readOrder([URL], { DEPLOY_YES: 'no' })).toMatchObject({ agreed: false });
  });

  it.each([
    ['--password=hunter2', '(--password)', 'DEPLOY_PASSWORD'],
    ['--pass', '(--pass)', 'DEPLOY_PASSWORD'],
    ['-phunter2', '(-p)', 'DEPLOY_PASSWORD'],
    ['--token=hunter2', '(--token)', 'DEPLOY_TOKEN'],
    ['-thunter2', '(-t)', 'DEPLOY_TOKEN'],
    ['--totp=hunter2', '(--totp)', 'DEPLOY_TOTP_SECRET'],
    ['--code=hunter2', '(--code)', 'DEPLOY_TOTP_SECRET'],
    ['--secret', '(--secret)', 'DEPLOY_TOTP_SECRET'],
    ['--userId=hunter2', '(--userId)', 'DEPLOY_USER_ID'],
    ['-u', '(-u)', 'DEPLOY_USER'],
    ['--user=hunter2', '(--user)', 'DEPLOY_USER'],
    ['https://ada:hunter2@chat.example.com', '(https://…@…)', 'DEPLOY_PASSWORD'],
  ])('never hold a secret: %s', (argument, option, variable) => {
    const { code, message } = refusal(URL, argument, 'hunter2');
    expect(code).toBe('secret-in-arguments');
    expect(message).toContain(option);
    expect(message).toContain(variable);
    expect(message).not.toContain('hunter2');
  });

  it.each([
    [[], 'Say where'],
    [[URL, 'hunter2'], 'One address is enough.'],
    [[URL, '--verbose=hunter2'], 'There is no option --verbose.'],
    [[URL, '--package'], '--package needs'],
  ])('are refused with a reason: %j', (args, reason) => {
    const { code, message } = refusal(...args);
    expect(code).toBe('bad-arguments');
    expect(message).toContain(reason);
    expect(message).not.toContain('hunter2');
  });
});
