export type SettingValue = boolean | number | string;

/**
 * The settings this stand-in knows, by the IDs of a real workspace, with the defaults of a fresh install
 * (Rocket.Chat `apps/meteor/server/settings/`: accounts.ts, rate.ts, general.ts, setup-wizard.ts).
 */
const DEFAULTS = {
  Site_Url: 'http://localhost:3000',
  Site_Name: 'Embedded workspace',
  Language: 'en',
  uniqueID: '',
  Accounts_TwoFactorAuthentication_Enabled: true,
  Accounts_TwoFactorAuthentication_By_TOTP_Enabled: true,
  Accounts_TwoFactorAuthentication_MaxDelta: 1,
  Accounts_TwoFactorAuthentication_By_Email_Enabled: true,
  Accounts_TwoFactorAuthentication_By_Email_Code_Expiration: 3600,
  Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts: 5,
  Accounts_TwoFactorAuthentication_RememberFor: 1800,
  Accounts_TwoFactorAuthentication_Enforce_Password_Fallback: true,
  API_Enable_Rate_Limiter: true,
  API_Enable_Rate_Limiter_Limit_Calls_Default: 10,
  API_Enable_Rate_Limiter_Limit_Time_Default: 60000,
  API_Default_Count: 50,
  API_Upper_Count_Limit: 100,
} satisfies Record<string, SettingValue>;

export type SettingId = keyof typeof DEFAULTS;
type ValueOf<Id extends SettingId> = (typeof DEFAULTS)[Id] extends boolean
  ? boolean
  : (typeof DEFAULTS)[Id] extends number
    ? number
    : string;

/** Workspace settings by their real IDs. */
export class SettingStore {
  private values = new Map<string, SettingValue>(Object.entries(DEFAULTS));

  /** The value of a setting this stand-in acts on. */
  get<Id extends SettingId>(id: Id): ValueOf<Id> {
    return this.values.get(id) as ValueOf<Id>;
  }

  /** The value of any setting; undefined when this workspace does not have it. */
  find(id: string): SettingValue | undefined {
    return this.values.get(id);
  }

  /** @returns why the value cannot be set, or undefined when it can */
  refusal(id: string, value: unknown): string | undefined {
    const current = this.values.get(id);
    if (current === undefined) {
      return `unknown setting "${id}"`;
    }
    return typeof value === typeof current ? undefined : `"${id}" must be a ${typeof current}`;
  }

  /** @throws Error when `refusal` gives a reason */
  set(id: string, value: SettingValue): void {
    const refusal = this.refusal(id, value);
    if (refusal !== undefined) {
      throw new Error(refusal);
    }
    this.values.set(id, value);
  }

  all(): Record<string, SettingValue> {
    return Object.fromEntries(this.values);
  }

  restore(values: Record<string, SettingValue>): void {
    this.values = new Map(Object.entries(values));
  }
}
