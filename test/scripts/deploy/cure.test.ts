import { cureFor } from '../../../scripts/deploy/cure';

describe('cureFor', () => {
  it.each([
    [{ release: '6.5.3', engine: '1.41.0' }, 'update'],
    [{ release: '6.13.1', engine: '1.46.0' }, 'update'],
    [{ release: '7.8.0', engine: '1.53.1' }, 'restart'],
    [{ release: '7.12.0', engine: '1.57.0' }, 'restart'],
    [{ release: '7.12.1', engine: '1.57.1-rc.0' }, 'restart'],
    [{ release: '7.12.1', engine: '1.57.1' }, 'none'],
    [{ release: '7.13.0', engine: '1.58.0' }, 'none'],
    [{ release: '8.0', engine: '2.0.0' }, 'none'],
    [{ release: '6.5' }, 'update'],
    [{ release: '7.0.0' }, 'restart'],
    [{ release: '7.12' }, 'restart'],
    [{ release: '7.12.9' }, 'restart'],
    [{ release: '7.13' }, 'none'],
    [{ release: '7.13.0-rc.1' }, 'restart'],
    [{ release: '8.0.0' }, 'none'],
    [{ release: '10.1' }, 'none'],
    [{ release: 'develop' }, 'restart'],
  ])('%j: %s', (server, cure) => {
    expect(cureFor(server)).toBe(cure);
  });
});
