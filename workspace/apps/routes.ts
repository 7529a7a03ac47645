import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import { AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import type { AppLifecycle } from '../engine/lifecycle';
import { type ApiAnswer, failure, notFound, success } from '../rest/answers';
import { pageOf } from '../rest/listParameters';
import type { AuthenticatedContext, GuardedRoute } from '../rest/route';
import type { WorkspaceStore } from '../store';
import { readUpload } from './upload';

type Action = GuardedRoute['action'];

const PERMISSION = 'manage-apps';

/**
 * What admins do with apps: install, look at, update, switch on and off, uninstall
 * (Rocket.Chat `apps/meteor/ee/server/apps/communication/rest.ts`). No second factor is asked for.
 */
export function managementRoutes(lifecycle: AppLifecycle): GuardedRoute[] {
  const route = (method: GuardedRoute['method'], path: string, action: Action): GuardedRoute => {
    return {
      method,
      path,
      permission: PERMISSION,
      action: (context) => Promise.resolve(action(context)).catch(thrown),
    };
  };
  const withApp = (action: (app: ProxiedApp, context: AuthenticatedContext) => Promise<ApiAnswer>): Action => {
    return async (context) => {
      const { id } = context.request.params;
      const app = lifecycle.find(id);
      return app === undefined ? notFound(`No App found by the id of: ${id}`) : action(app, context);
    };
  };
  return [
    route('POST', '', (context) => install(lifecycle, context)),
    route(
      'GET',
      ':id',
      withApp(async (app) => success({ app: await detail(app) })),
    ),
    route('POST', ':id', (context) => update(lifecycle, context)),
    route(
      'DELETE',
      ':id',
      withApp((app) => uninstall(lifecycle, app)),
    ),
    route(
      'GET',
      ':id/logs',
      withApp(async (app, context) => logs(lifecycle, app, context)),
    ),
    route(
      'GET',
      ':id/settings',
      withApp(async (app) => success({ settings: visibleSettings(app) })),
    ),
    route(
      'GET',
      ':id/status',
      withApp(async (app) => success({ status: await app.getStatus() })),
    ),
    route(
      'POST',
      ':id/status',
      withApp((app, context) => changeStatus(lifecycle, app, context)),
    ),
  ];
}

/** An app that the licence has no room for is installed all the same, and stays off. */
async function install(lifecycle: AppLifecycle, { store, caller, request }: AuthenticatedContext): Promise<ApiAnswer> {
  const { zip, permissions } = await readUpload(request);
  if (zip === undefined) {
    return failure('app_file_error');
  }
  return fabricated(await lifecycle.add(zip, permissions, caller.user, store.privateApps));
}

async function update(lifecycle: AppLifecycle, { caller, request }: AuthenticatedContext): Promise<ApiAnswer> {
  const { zip, permissions } = await readUpload(request);
  if (zip === undefined) {
    return failure('Failed to get a file to install for the App. ');
  }
  return fabricated(await lifecycle.replace(zip, permissions, caller.user));
}

async function fabricated(result: AppFabricationFulfillment): Promise<ApiAnswer> {
  if (result.hasStorageError()) {
    return refused('storage_error', result.getStorageError());
  }
  if (result.hasAppUserError()) {
    return refused('app_user_error', (result.getAppUserError() as { message: string }).message);
  }
  const app = { ...result.getAppInfo(), status: await result.getApp().getStatus() };
  return success({ app, implemented: result.getImplementedInferfaces() });
}

function refused(status: string, message: string): ApiAnswer {
  return { status: 400, body: { success: false, status, messages: [message] } };
}

async function uninstall(lifecycle: AppLifecycle, app: ProxiedApp): Promise<ApiAnswer> {
  const info = app.getInfo();
  await lifecycle.run('uninstall');
  return success({ app: { ...info, status: 'disabled' } });
}

async function changeStatus(
  lifecycle: AppLifecycle,
  app: ProxiedApp,
  { store, params }: AuthenticatedContext,
): Promise<ApiAnswer> {
  const { status } = params;
  if (typeof status !== 'string' || status === '') {
    return failure('Invalid status provided, it must be "status" field and a string.');
  }
  const enables = AppStatusUtils.isEnabled(status as AppStatus);
  if (enables && !store.privateApps) {
    return failure(noRoom(store));
  }
  await lifecycle.run(enables ? 'enable' : 'disable');
  return success({ status: await app.getStatus() });
}

/** Those that the admin page shows. */
function visibleSettings(app: ProxiedApp): Record<string, unknown> {
  const all = Object.entries(app.getStorageItem().settings);
  return Object.fromEntries(all.filter(([, { hidden }]) => !hidden));
}

/** Newest first. Late versions also say how many there are (`endpoints/appLogsHandler.ts` there). */
function logs(lifecycle: AppLifecycle, app: ProxiedApp, { store, params }: AuthenticatedContext): ApiAnswer {
  const asNumber = (value: unknown): number | undefined => (value === undefined ? undefined : Number(value));
  const { offset, count } = pageOf(store, { offset: asNumber(params.offset), count: asNumber(params.count) });
  const all = lifecycle.logsOf(app.getID());
  const page = all.slice(offset, offset + count);
  return success({ logs: page, ...(store.version === 'late' && { offset, count: page.length, total: all.length }) });
}

/** Also `apps/meteor/ee/app/license/server/canEnableApp.ts`, whose words late versions hand on. */
function noRoom({ version }: WorkspaceStore): string {
  return version === '6.5' ? 'Enabled apps have been maxed out' : 'license-prevented';
}

/** `apps/meteor/ee/lib/misc/formatAppInstanceForRest.ts` */
async function detail(app: ProxiedApp): Promise<Record<string, unknown>> {
  const { languageContent } = app.getStorageItem();
  return {
    ...app.getInfo(),
    status: await app.getStatus(),
    languages: languageContent,
    private: true,
    migrated: false,
  };
}

/** What an action throws becomes the words of a 400; the engine's errors are not all an `Error`. */
function thrown({ message }: { message: string }): ApiAnswer {
  return failure(message);
}
