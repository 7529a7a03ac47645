/**
 * The web clients that matter to an app, by the release they came with, and what each does differently
 * (Rocket.Chat 6.5.3 to 8.x; the pull requests that changed it are named).
 */
export interface ClientGeneration {
  readonly id: '6.5' | '6.8' | '6.11' | '8';
  readonly name: string;
  /** The workspace that it comes with. */
  readonly release: string;
  /** Every submit and every close takes the modal away, whatever the answer (#30534, until #32073). */
  readonly everySubmitCloses: boolean;
  /** Errors are shown under their fields (since #32679). */
  readonly showsFieldErrors: boolean;
  /** A missing answer is said in a toast. */
  readonly saysTimeout: boolean;
  /** Element types this client draws besides those that all do. */
  readonly drawsElements: readonly string[];
  /** A hint given as a text object, which is what the types ask for, crashes the page (React error 31, until #33030). */
  readonly crashesOnHints: boolean;
  /** A callout shows its accessory. */
  readonly drawsCalloutAccessories: boolean;
  /** The condition `hasAllRoles` of a menu's entry holds for everybody (client/hooks/useApplyButtonFilters.ts). */
  readonly ignoresAllRoles: boolean;
  /** For people: what to expect. */
  readonly differences: readonly string[];
}

const CHOOSES_ROOMS_AND_PEOPLE = ['channels_select', 'multi_channels_select', 'users_select', 'multi_users_select'];
const HINTS_CRASH = 'A hint under a field crashes the page.';
const SUBMIT_RULE = 'Only an update of the same dialog, or errors, keep it open after a submit.';

/** Oldest first. */
export const GENERATIONS: readonly ClientGeneration[] = [
  {
    id: '6.5',
    name: '6.5 – 6.7',
    release: '6.5.3',
    everySubmitCloses: true,
    showsFieldErrors: false,
    saysTimeout: false,
    drawsElements: [],
    crashesOnHints: true,
    drawsCalloutAccessories: false,
    ignoresAllRoles: true,
    differences: [
      'Every submit closes the dialog, whatever the app answers: updates and errors are never seen.',
      'A dialog that the app opens as the answer to a submit is closed at once.',
      'No answer within 5 seconds: the dialog closes and nothing is said.',
      'Fields that choose people or channels show their label and nothing else.',
      HINTS_CRASH,
    ],
  },
  {
    id: '6.8',
    name: '6.8 – 6.10',
    release: '6.8.0',
    everySubmitCloses: false,
    showsFieldErrors: false,
    saysTimeout: true,
    drawsElements: [],
    crashesOnHints: true,
    drawsCalloutAccessories: false,
    ignoresAllRoles: true,
    differences: [
      SUBMIT_RULE,
      'Errors under fields are not shown: the dialog stays open and says nothing.',
      'When the app fails, the dialog stays open, and Cancel and × do nothing.',
      'Fields that choose people (from 6.10) or channels (from 6.9) show their label and nothing else.',
      HINTS_CRASH,
    ],
  },
  {
    id: '6.11',
    name: '6.11 – 7',
    release: '6.11.0',
    everySubmitCloses: false,
    showsFieldErrors: true,
    saysTimeout: true,
    drawsElements: CHOOSES_ROOMS_AND_PEOPLE,
    crashesOnHints: true,
    drawsCalloutAccessories: false,
    ignoresAllRoles: true,
    differences: [
      SUBMIT_RULE,
      'Errors are shown under their fields, and stay there when the dialog is updated.',
      'When the app fails, the dialog stays open, and Cancel and × do nothing.',
      `${HINTS_CRASH} (6.11; from 6.12 on it does not.)`,
    ],
  },
  {
    id: '8',
    name: '8',
    release: '8.0.0',
    everySubmitCloses: false,
    showsFieldErrors: true,
    saysTimeout: true,
    drawsElements: CHOOSES_ROOMS_AND_PEOPLE,
    crashesOnHints: false,
    drawsCalloutAccessories: true,
    ignoresAllRoles: false,
    differences: [
      SUBMIT_RULE,
      'Errors are shown under their fields, and stay there when the dialog is updated.',
      'When the app fails, the dialog stays open, and Cancel and × do nothing.',
      'Hints under fields are shown, and callouts may have a button.',
    ],
  },
];

/** What all of them do, and people do not expect. */
export const COMMON_HABITS: readonly string[] = [
  'The app hears nothing of Esc and of a click beside the dialog.',
  'An update is laid over the old dialog: a button that the update leaves out stays.',
  'An answer more than 5 seconds after the click, or a second one, is ignored.',
];

/** @returns the generation with this id; the newest one for an unknown id */
export function generationOf(id: string | null | undefined): ClientGeneration {
  return GENERATIONS.find((generation) => generation.id === id) ?? GENERATIONS[GENERATIONS.length - 1];
}
