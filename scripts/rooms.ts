import tsconfig from '../tsconfig.json';

/** Where the app's code is: its class file and its folders, as `tsconfig.json` lists them. Nothing else is shipped. */
export const APP_ROOMS: readonly string[] = tsconfig.include;
