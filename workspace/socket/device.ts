import UAParser from 'ua-parser-js';
import type { Device } from '../model';
import { device } from '../state/devices';

/** `RC Mobile; ios 17.1; v4.44.0 (3210)` */
const MOBILE_APP = /^RC Mobile; (\S+) ([^;]+); v?([\d.]+)(?: \((\d+)\))?/;
const DESKTOP_APP = /Rocket\.Chat\/(\S+).* Electron\//;

/**
 * The device of a session, as the User-Agent tells of it (`apps/meteor/app/statistics/server/lib/SAUMonitor.ts` and
 * `UAParserCustom.ts`); null without one.
 */
export function deviceOf(userAgent: string | undefined): Device | null {
  if (userAgent === undefined) {
    return null;
  }
  const [mobileApp, system, systemVersion, appVersion, build] = MOBILE_APP.exec(userAgent) ?? [];
  if (mobileApp !== undefined) {
    return device('mobile-app', 'RC Mobile', [appVersion, build].filter(Boolean).join(' '), system, systemVersion);
  }
  const { browser, os, device: used } = new UAParser(userAgent).getResult();
  const [osName, osVersion] = [os.name ?? '', os.version ?? ''];
  const [desktopApp, desktopVersion] = DESKTOP_APP.exec(userAgent) ?? [];
  if (desktopApp !== undefined) {
    return device('desktop-app', 'Rocket.Chat', desktopVersion, osName, osVersion);
  }
  const type = used.type ?? (browser.name === undefined ? 'other' : 'browser');
  return device(type, browser.name ?? '', browser.version ?? '', osName, osVersion);
}
