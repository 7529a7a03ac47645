import { needsCure } from '../../../scripts/deploy/cure';

describe('needsCure', () => {
  it.each([
    [{ release: '6.5.3', engine: '1.41.0' }, true],
    [{ release: '7.12.0', engine: '1.57.0' }, true],
    [{ release: '7.12.1', engine: '1.57.1-rc.0' }, true],
    [{ release: '7.12.1', engine: '1.57.1' }, false],
    [{ release: '7.13.0', engine: '1.58.0' }, false],
    [{ release: '8.0', engine: '2.0.0' }, false],
    [{ release: '6.5' }, true],
    [{ release: '7.12' }, true],
    [{ release: '7.12.9' }, true],
    [{ release: '7.13' }, false],
    [{ release: '7.13.0-rc.1' }, true],
    [{ release: '8.0.0' }, false],
    [{ release: '10.1' }, false],
    [{ release: 'develop' }, true],
  ])('%j: %s', (server, needed) => {
    expect(needsCure(server)).toBe(needed);
  });
});
