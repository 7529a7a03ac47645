import type { Catalogue } from './catalogue';

/** The texts people read, in Spanish. */
export const es: Catalogue = {
  'error-not-logged-in': 'Para hacer esto debe iniciar sesión.',
  'error-account-deactivated': 'Su cuenta está desactivada, así que no se hizo nada.',
  'error-unauthorized': 'No tiene permiso para esta acción.',
  'error-locked-out':
    'Desde su cuenta llegaron {maxIncorrectCodes} códigos incorrectos en {lockoutMinutes} minutos, así que su acceso a esta aplicación está bloqueado hasta el {time}. No se cambió nada. Otra persona con un rol permitido puede desbloquearlo antes.',
  'invalid-params': 'La solicitud no es válida.',
  'totp-required': 'Se necesita un código.',
  'totp-invalid': 'Este código es incorrecto.',
  'totp-max-attempts': 'El código fue incorrecto demasiadas veces. Solicite uno nuevo e inténtelo otra vez.',
  'error-2fa-not-enforced':
    'El espacio de trabajo no pidió un segundo factor, así que no se hizo nada. Configure la autenticación de dos factores en su cuenta y no use un token que la omita. Un administrador también puede poner «Cuando no se pide un segundo factor» en «Cerrar la sesión de todos modos».',
  'error-session-not-found': 'No hay ninguna sesión con este ID. Es posible que haya caducado. No se cambió nada.',
  'error-user-not-found': 'No hay nadie con este nombre de usuario o ID de usuario. No se cambió nada.',
  'error-license-required':
    'Este espacio de trabajo no tiene licencia para la gestión de dispositivos, así que no se pueden listar ni cerrar sesiones individuales. No se cambió nada. Aun sin ella puede cerrar todo lo de una persona: «sessions/logout.everything».',
  'error-too-many-requests':
    'Demasiadas solicitudes al espacio de trabajo. No se cambió nada. Inténtelo otra vez en {seconds} segundos.',
  'error-workspace-unreachable':
    'La aplicación no pudo comunicarse con el espacio de trabajo. No se cambió nada. Un administrador puede revisar el ajuste «Dirección del espacio de trabajo».',
  'error-workspace-invalid-response':
    'El espacio de trabajo dio una respuesta que la aplicación no entiende. No se cambió nada. Un administrador puede revisar el ajuste «Dirección del espacio de trabajo».',
  'error-workspace-timeout': 'El espacio de trabajo no respondió a tiempo. No se cambió nada. Inténtelo otra vez.',
  'error-outcome-unknown':
    'El cierre de sesión se envió, pero no llegó una respuesta clara. Es posible que se haya hecho. Compruébelo antes de intentarlo otra vez.',
  'error-method-not-allowed': 'Este método no está permitido aquí.',
  'error-one-code-per-session':
    'El espacio de trabajo envía por correo un código que solo sirve una vez, y con un token de acceso cada sesión necesitaría su propio código. No se cambió nada. Use una aplicación de autenticación, llame con «X-User-Id» y «X-Auth-Token», o cierre las sesiones de una en una.',
  'error-settings-unreadable':
    'No se pudieron leer los ajustes de la aplicación, así que no se hizo nada. Un administrador puede revisarlos y guardarlos otra vez.',
  'error-audit-unavailable':
    'La aplicación no pudo leer o guardar sus registros, así que no se hizo nada. Inténtelo otra vez.',
  'error-not-connected': 'La aplicación todavía no puede actuar en su nombre. Conéctela primero.',
  'error-connection-ended': 'Su conexión terminó. Conéctese otra vez.',
  'error-oauth-client-disabled':
    'Un administrador desactivó la aplicación OAuth «Session Logout» de este espacio de trabajo. Pida a un administrador que la active otra vez.',
  'error-connect-link-invalid':
    'Este enlace ya no es válido. Funciona una sola vez, durante {linkMinutes} minutos, y solo mientras usted no se desconecte. Vuelva a Rocket.Chat y escriba /logout-session connect.',
  'error-connect-failed':
    'El espacio de trabajo no dejó que la aplicación se conectara. Vuelva a Rocket.Chat y escriba /logout-session connect para intentarlo otra vez.',
  'error-connect-wrong-account':
    'En el navegador inició sesión con una cuenta distinta de la del chat. No se conectó nada. Inicie sesión con su propia cuenta y escriba otra vez /logout-session connect.',
  'error-password-not-in-chat':
    'Su segundo factor es su contraseña, y se podría leer en la pantalla mientras la escribe aquí. No se cambió nada. Configure en su cuenta una aplicación de autenticación o los códigos por correo electrónico, o use la API de la aplicación. Un administrador también puede permitir contraseñas en los ajustes de la aplicación.',
  'error-confirmation-needed': 'Primero confirme el cierre de sesión. No se cambió nada.',
  'error-request-expired':
    'Este paso ya se usó o tiene más de {pendingMinutes} minutos, así que no cambió nada. Mire aquí el último mensaje o escriba el comando otra vez.',
  'error-request-foreign': 'Este paso es de otra persona. No se cambió nada.',
  'error-internal':
    'Algo falló en la aplicación y no se hizo nada. El ID de la solicitud lleva a la entrada correspondiente del log.',

  'invalid:body:not-an-object': 'El cuerpo debe ser un objeto con los campos de este endpoint.',
  'invalid:body:unknown-field': 'El cuerpo tiene un campo que este endpoint no conoce.',
  'invalid:sessionId:missing': 'El cuerpo debe tener «sessionId».',
  'invalid:sessionId:not-allowed':
    '«sessionId» debe ser un texto de 1 a {maxSessionIdLength} letras, números, «_» o «-».',
  'invalid:sessionIds:missing': 'El cuerpo debe tener «sessionIds».',
  'invalid:sessionIds:not-allowed':
    '«sessionIds» debe ser una lista con al menos un texto de 1 a {maxSessionIdLength} letras, números, «_» o «-».',
  'invalid:sessionIds:too-many': '«sessionIds» debe tener como máximo {maxBatch} ID de sesión.',
  'invalid:sessionIds:repeated': '«sessionIds» no debe tener dos veces el mismo ID de sesión.',
  'invalid:userId:missing': 'El cuerpo debe tener «userId» o «username», pero no ambos.',
  'invalid:userId:not-allowed':
    '«userId» debe ser un texto de 1 a {maxSessionIdLength} letras, números, «.», «_» o «-».',
  'invalid:username:not-allowed': '«username» debe ser un texto: un nombre de usuario de este espacio de trabajo.',
  'invalid:except:not-allowed': '«except» debe ser una lista de ID de sesión.',
  'invalid:except:too-many': '«except» debe tener como máximo {maxBatch} ID de sesión.',
  'invalid:except:repeated': '«except» no debe tener dos veces el mismo ID de sesión.',
  'invalid:except:not-listed':
    '«except» tiene un ID de sesión que no está en la lista de sesiones de esta persona, así que no se podría conservar. No se cambió nada. Un inicio de sesión puede tener varios ID: use los que muestra la lista.',
  'invalid:reason:not-allowed': '«reason» debe ser un texto.',
  'invalid:reason:too-long': '«reason» debe tener como máximo {maxReasonLength} caracteres.',
  'invalid:reason:hidden-characters':
    '«reason» no debe tener caracteres de control, caracteres que cambien la dirección de la escritura ni caracteres dañados.',
  'invalid:x-2fa-code:not-allowed':
    'El encabezado «x-2fa-code» debe ser ASCII simple, de {maxCodeLength} caracteres como máximo.',
  'invalid:ip:not-allowed': '«ip» debe ser una dirección IPv4 o IPv6, o un rango como 203.0.113.0/24.',
  'invalid:os:not-allowed':
    '«os» debe ser un texto de 1 a {maxSearchLength} caracteres, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'invalid:client:not-allowed':
    '«client» debe ser un texto de 1 a {maxSearchLength} caracteres, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'invalid:filter:not-allowed':
    '«filter» debe ser un texto de 1 a {maxSearchLength} caracteres, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'invalid:loginAfter:not-allowed':
    '«loginAfter» debe ser una fecha como 2026-11-01, una hora como 2026-11-01T12:30Z, «today», «yesterday», o cuánto tiempo hace: 3h, 2d, 1w.',
  'invalid:loginBefore:not-allowed':
    '«loginBefore» debe ser una fecha como 2026-11-01, una hora como 2026-11-01T12:30Z, «today», «yesterday», o cuánto tiempo hace: 3h, 2d, 1w.',

  'many:rate-limited':
    'El espacio de trabajo permite a quienes no tienen el permiso api-bypass-rate-limit solo unas pocas llamadas por minuto, compartidas por todos los que usan la aplicación. Espere y envíe después las sesiones que quedan.',
  'invalid:from:not-allowed': '«from» debe ser un día como 2026-11-01 o una hora como 2026-11-01T12:30Z.',
  'invalid:to:not-allowed':
    '«to» debe ser un día como 2026-11-30 o una hora como 2026-11-30T12:30Z, y posterior a «from».',
  'invalid:result:not-allowed': '«result» debe ser un resultado tal como se registró, o «failed» o «unknown».',
  'invalid:limit:not-allowed': '«limit» debe ser un número entero de 1 a {maxPageEntries}.',
  'invalid:cursor:not-allowed': '«cursor» debe ser el valor que la parte anterior indicó como siguiente.',
  'invalid:format:not-allowed': '«format» debe ser «ndjson» o «csv».',
  'invalid:query:unknown-field': 'La dirección tiene un parámetro que este endpoint no conoce.',
  'invalid:count:not-allowed': '«count» debe ser un número que no sea menor que 0.',
  'invalid:sort:not-allowed':
    '«sort» debe ser JSON, con «loginAt», «device.name», «device.os.name», «device.os.version», «_user.name» o «_user.username», y 1 o -1.',
  'invalid:parameter:not-allowed': 'El parámetro «{field}» tiene un valor que no está permitido.',
  'invalid:parameter:repeated': 'El parámetro «{field}» debe aparecer una sola vez, como texto.',
  'invalid:parameter:too-long': 'El parámetro «{field}» debe tener como máximo {maxSearchLength} caracteres.',
  'invalid:parameter:hidden-characters':
    'El parámetro «{field}» no debe tener caracteres de control, caracteres que cambien la dirección de la escritura ni caracteres dañados.',

  'setting:allowed_roles':
    'Roles permitidos: indique como máximo {maxRoles} ID o nombres de roles, separados por comas.',
  'setting:without_challenge': 'Cuando no se pide un segundo factor: elija «refuse» o «allow».',
  'setting:workspace_url':
    'Dirección del espacio de trabajo: déjela vacía o escriba una como https://chat.example.com, sin contraseña, «?» ni «#».',
  'setting:timeout_seconds': 'Tiempo límite: escriba un número entero de segundos, de {minSeconds} a {maxSeconds}.',
  'setting:password_in_chat': 'Contraseñas en el chat: active o desactive esta opción.',
  'setting:connection_hours': 'Duración de la conexión: escriba un número entero de horas, de 1 a {maxHours}.',
  'setting:tell_person': 'Avisar a la persona: active o desactive esta opción.',
  'setting:tell_who': 'Decir quién y por qué: active o desactive esta opción.',
  'setting:security_room': 'Sala de seguridad: escriba el nombre o el ID de una sala que exista, o déjelo vacío.',
  'setting:security_room:read-only':
    'Sala de seguridad: esta sala es de solo lectura y la aplicación no podría escribir en ella. Elija otra.',
  'setting:security_room:archived':
    'Sala de seguridad: esta sala está archivada y nadie vería lo que se publique en ella. Elija otra.',
  'setting:auditor_roles':
    'Roles de auditoría: indique como máximo {maxRoles} ID o nombres de roles, separados por comas.',
  'setting:keep_days': 'Conservar el registro: escriba un número entero de días, de 0 a {maxDays}.',

  'chat:error-unauthorized':
    'No puede hacer esto. Necesita un rol permitido en los ajustes de la aplicación Session Logout y el permiso logout-device-management.',
  'chat:error-license-required':
    'Este espacio de trabajo no tiene licencia para la gestión de dispositivos, así que no se pueden listar ni cerrar sesiones individuales. No se cambió nada. Aun sin ella puede cerrar todo lo de una persona: `/logout-session @user`.',
  'chat:error-internal':
    'Algo falló en la aplicación. Mire aquí el último mensaje antes de intentarlo otra vez. Solicitud {request}.',
  'chat:invalid:sessionId':
    'Esto no es un ID de sesión. Un ID de sesión tiene de 1 a {maxSessionIdLength} letras, números, «_» o «-».',
  'chat:invalid:reason':
    'El motivo puede tener {maxReasonLength} caracteres como máximo, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'chat:invalid:reason:looks-like-code':
    'El motivo parece un código o es igual a lo que introdujo como código. Escriba el motivo con palabras. Lo que escribió no se registró.',
  'chat:invalid:x-2fa-code':
    'Esto no puede ser un código. Un código tiene como máximo {maxCodeLength} letras y números simples.',
  'chat:invalid:ip': 'Esto no es una dirección IP. Escriba una dirección IPv4 o IPv6, o un rango como 203.0.113.0/24.',
  'chat:invalid:os':
    'El sistema que busca puede tener {maxSearchLength} caracteres como máximo, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'chat:invalid:client':
    'El cliente que busca puede tener {maxSearchLength} caracteres como máximo, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'chat:invalid:filter:looks-like-code':
    'Lo que busca parece un código o es igual a lo que introdujo como código. Busque con otras palabras. Lo que escribió no se guardó.',
  'chat:invalid:filter':
    'El texto que busca puede tener {maxSearchLength} caracteres como máximo, sin ninguno que sea invisible o cambie la dirección de la escritura.',
  'chat:invalid:loginAfter':
    'Esto no es una fecha ni una hora para `after:`. Escriba por ejemplo 2026-11-01, 2026-11-01T12:30, today, yesterday, o cuánto tiempo hace: 3h, 2d, 1w.',
  'chat:invalid:loginBefore':
    'Esto no es una fecha ni una hora para `before:`. Escriba por ejemplo 2026-11-01, 2026-11-01T12:30, today, yesterday, o cuánto tiempo hace: 3h, 2d, 1w.',
  'chat:totp-max-attempts':
    'El código fue incorrecto demasiadas veces, así que el espacio de trabajo ya no lo acepta. No se cerró nada. Escriba el comando otra vez para recibir un código nuevo.',
  'chat:help':
    'Con su propio segundo factor, cierre la sesión de otra persona:\n`/logout-session <ID de sesión> [motivo]` – cerrar esta sesión\n`/logout-session @user [motivo]` – las sesiones de esta persona\n`/logout-session` – un formulario para buscar sesiones\n`/logout-session find windows @user ip:203.0.113.0/24 os:windows client:mobile after:yesterday before:2026-11-01 [--reason "…"]` – lo mismo en una línea, con cualquiera de estos datos\n`/logout-session connect` – permitir que la aplicación actúe en su nombre por un tiempo limitado\n`/logout-session disconnect` – retirar ese permiso\n`/logout-session status` – si puede usar esto y hasta cuándo está activa su conexión\n`/logout-session log [@user] [today|7d|30d] [failed]` – qué se hizo con esta aplicación, quién lo hizo y cómo terminó\n`/logout-session unlock @user` – desbloquear a alguien tras un bloqueo por códigos incorrectos\n`/logout-session help` – este texto\nSi su cliente de Rocket.Chat no puede abrir cuadros de diálogo: `/logout-session <ID de sesión> --code 123456 [--method totp] [--reason "…"]`, o `--yes` si no se pide ningún código',
  'chat:unknown-word':
    'Eso no es un ID de sesión ni uno de los comandos disponibles aquí. ¿Quiso decir `/logout-session {nearest}`? Un ID de sesión tiene 17 letras y números. Para ver las sesiones de una persona, escriba `/logout-session @user`.',
  'chat:misplaced:option':
    'Una de las palabras parece una opción, pero no es --code, --method ni --reason. No se hizo ni se registró nada. Primero va el ID de sesión: `/logout-session <ID de sesión> --code 123456`. O no incluya el código e introdúzcalo en el cuadro de diálogo.',
  'chat:misplaced:digits':
    'Donde debería ir un ID de sesión o un motivo hay un número que podría ser un código. No se hizo ni se registró nada. Si es su código, escriba `/logout-session <ID de sesión> --code 123456`, o no lo incluya e introdúzcalo en el cuadro de diálogo. Si es su motivo, escriba `--reason "…"`.',
  'chat:misplaced:after-option':
    'Sobran palabras después de una opción, o hay dos motivos. No se hizo ni se registró nada. Ponga el motivo antes de las opciones, o escriba `--reason "…"`. Si su segundo factor es su contraseña, no incluya --code e introduzca la contraseña en el cuadro de diálogo.',
  'chat:misplaced:secret-word':
    'Junto a una de las palabras, como «código» o «contraseña», podría haber un secreto. No se hizo ni se registró nada. Si es su código, escriba `/logout-session <ID de sesión> --code 123456`, o introdúzcalo en el cuadro de diálogo. Una contraseña solo debe introducirse en el cuadro de diálogo. Si es su motivo, escriba `--reason "…"`.',
  'chat:misplaced:option-twice':
    'Una de las opciones aparece dos veces. No se hizo ni se registró nada. Escriba cada opción una sola vez, o no incluya --code e introduzca el código en el cuadro de diálogo.',
  'chat:misplaced:code-with-search':
    'Una búsqueda no necesita ningún código en la línea de comandos ni cierra nada. No se hizo ni se registró nada. No incluya --code, --method ni --yes: el cuadro de diálogo pedirá el código cuando haga falta.',
  'chat:bad-filter:unknown':
    'Una de las palabras con dos puntos no es un filtro. No se hizo ni se registró nada. Los filtros son `ip:`, `os:`, `client:`, `before:` y `after:`; una persona se escribe como `@user`.',
  'chat:bad-filter:twice': 'El filtro {filter} aparece dos veces. No se hizo ni se registró nada. Úselo una sola vez.',
  'chat:bad-filter:empty':
    'El filtro {filter} necesita un valor. No se hizo ni se registró nada. Por ejemplo: `/logout-session find os:windows after:yesterday`. Para ver las sesiones de una persona, escriba `/logout-session @user`.',
  'chat:missing-value': 'Después de la opción --{option} se necesita un valor.',

  'chat:done': 'La sesión {session} se cerró el {time}.',
  'chat:failed': '{error} (Sesión {session}.)',
  'chat:code-needed:totp': 'Para cerrar la sesión {session}, necesita un código de su aplicación de autenticación.',
  'chat:code-needed:email': 'Para cerrar la sesión {session}, necesita el código que se envió a {address}.',
  'chat:code-needed:password': 'Para cerrar la sesión {session}, necesita su contraseña.',
  'chat:code-missing': 'Para cerrar la sesión {session} hace falta un código. No se cerró.',
  'chat:confirm-needed':
    'El espacio de trabajo no pide ningún código. La sesión {session} se cerrará en cuanto usted lo confirme.',
  'chat:confirm-by-option':
    'El espacio de trabajo no pide ningún código. Para cerrar de todos modos la sesión `{session}`, escriba otra vez el comando con `--yes`.',
  'chat:slow':
    'El espacio de trabajo está lento. Cuando haya respondido, un mensaje aquí indicará cómo continuar con la sesión {session}.',
  'chat:slow-result': 'El espacio de trabajo está lento. El resultado de la sesión {session} llegará aquí.',
  'chat:request': 'Solicitud {request}',
  'chat:code-by-option':
    'Escriba el comando otra vez con el código: `/logout-session {session} --code <código> --method {method}`',
  'chat:code-incorrect': 'El código para la sesión {session} es incorrecto. La sesión no se cerró.',
  'chat:connect-first': 'Para cerrar la sesión {session}, permita primero que la aplicación actúe en su nombre.',
  'chat:connect-again':
    'Su conexión terminó. Para cerrar la sesión {session}, permita otra vez que la aplicación actúe en su nombre.',
  'chat:connect-here': 'Abra esta dirección en su navegador en los próximos {linkMinutes} minutos: {url}',
  'chat:connected': 'Su conexión está activa hasta el {time}.',
  'chat:connected-go-on': 'Su conexión está activa hasta el {time}. Estaba a punto de cerrar la sesión {session}.',
  'chat:not-connected': 'No tiene una conexión activa.',
  'chat:disconnected': 'La aplicación ya no actúa en su nombre.',
  'chat:role-allowed': 'Uno de sus roles le permite usar esto.',
  'chat:role-not-allowed': 'No puede usar esto: ninguno de sus roles está permitido en los ajustes de la aplicación.',

  'setup:settings:ok': 'Ajustes: se pueden leer.',
  'setup:settings:unreadable':
    'Ajustes: al menos uno no se puede leer. Abra los ajustes de la aplicación y guárdelos de nuevo.',
  'setup:workspace:ok': 'Dirección del espacio de trabajo: responde un espacio de trabajo.',
  'setup:workspace:unreachable':
    'Dirección del espacio de trabajo: allí no responde nada. Escriba una a la que llegue el propio servidor, como http://localhost:3000.',
  'setup:workspace:slow':
    'Dirección del espacio de trabajo: no respondió a tiempo. Revise la carga del servidor o aumente el tiempo límite.',
  'setup:workspace:no-workspace':
    'Dirección del espacio de trabajo: lo que responde allí no es Rocket.Chat, o redirige. Escriba la dirección final.',
  'setup:workspace:unknown': 'Dirección del espacio de trabajo: no se pudo comprobar.',
  'setup:site:ok': 'URL del sitio: lleva a este espacio de trabajo.',
  'setup:site:unreachable':
    'URL del sitio: esta aplicación no responde allí. Corrija la URL del sitio o el proxy inverso.',
  'setup:site:not-from-here':
    'URL del sitio: el propio servidor no llega a ella, así que no se pudo comprobar. Detrás de algunos proxies es normal.',
  'setup:site:elsewhere': 'URL del sitio: lleva a otro espacio de trabajo. Corrija la URL del sitio.',
  'setup:site:unknown': 'URL del sitio: no se pudo comprobar.',
  'setup:licence:ok': 'Licencia: el espacio de trabajo tiene una.',
  'setup:licence:none':
    'Licencia: el espacio de trabajo no tiene ninguna para la gestión de dispositivos, así que no se pueden listar ni cerrar sesiones individuales. Sí se puede cerrar todo lo de una persona.',
  'setup:licence:unknown': 'Licencia: no se pudo comprobar.',
  'setup:permission:ok': 'Permiso logout-device-management: lo tiene.',
  'setup:permission:missing': 'Permiso logout-device-management: no lo tiene. Asígnelo a uno de sus roles.',
  'setup:permission:unknown': 'Permiso logout-device-management: no se pudo comprobar.',
  'setup:second-factor:ok': 'Segundo factor: el espacio de trabajo se lo pide.',
  'setup:second-factor:not-demanded':
    'Segundo factor: el espacio de trabajo no se lo pediría, así que la aplicación rechaza la solicitud. Active la autenticación de dos factores o use un token que no la omita.',
  'setup:second-factor:not-demanded-allowed':
    'Segundo factor: el espacio de trabajo no se lo pediría, y los ajustes de la aplicación lo permiten.',
  'setup:second-factor:none-set-up':
    'Segundo factor: no ha configurado ni una aplicación de autenticación ni códigos por correo. Configure uno de los dos en su cuenta.',
  'setup:second-factor:unknown': 'Segundo factor: no se pudo comprobar.',
  'setup:oauth-client:ok': 'Cliente OAuth «Session Logout»: existe y está activo.',
  'setup:oauth-client:missing':
    'Cliente OAuth «Session Logout»: no existe. Se creará uno nuevo cuando alguien vuelva a conectarse; los demás también tendrán que hacerlo.',
  'setup:oauth-client:disabled':
    'Cliente OAuth «Session Logout»: está desactivado. Actívelo en «Third-party login» (inicio de sesión de terceros).',
  'setup:oauth-client:elsewhere':
    'Cliente OAuth «Session Logout»: devuelve a otra dirección. Se corregirá la próxima vez que alguien se conecte.',
  'setup:oauth-client:unknown': 'Cliente OAuth «Session Logout»: no se pudo comprobar.',
  'setup:room:ok': 'Sala de seguridad: la aplicación puede escribir en ella.',
  'setup:room:none': 'Sala de seguridad: no se indicó ninguna.',
  'setup:room:missing': 'Sala de seguridad: esa sala no existe. Indique otra en los ajustes de la aplicación.',
  'setup:room:archived': 'Sala de seguridad: está archivada. Indique otra en los ajustes de la aplicación.',
  'setup:room:read-only':
    'Sala de seguridad: es de solo lectura, así que la aplicación no puede escribir en ella. Cambie la sala o indique otra en los ajustes de la aplicación.',
  'setup:room:unknown': 'Sala de seguridad: no se pudo comprobar.',
  'setup:retention:ok': 'Limpieza del registro: se ejecutó hoy o ayer.',
  'setup:retention:for-good': 'Limpieza del registro: desactivada, se conserva todo.',
  'setup:retention:not-yet': 'Limpieza del registro: aún no se ha ejecutado. Lo hará en la próxima hora en punto.',
  'setup:retention:late':
    'Limpieza del registro: lleva retraso. ¿Estuvo desactivada la aplicación? Se pondrá al día en la próxima hora en punto.',
  'setup:retention:failed':
    'Limpieza del registro: falló. Se intentará de nuevo en la próxima hora en punto; consulte el log de la aplicación.',
  'setup:retention:unknown': 'Limpieza del registro: no se pudo comprobar.',
  'setup:title': 'Configuración:',
  'setup:connect-first':
    'Escriba `/logout-session connect` para que también se comprueben la licencia, el permiso y el segundo factor.',

  'button:go-on': 'Continuar',
  'button:enter-code': 'Introducir el código',
  'button:try-again': 'Intentar otra vez',
  'button:connect': 'Conectar',

  'modal:title': 'Cerrar una sesión',
  'modal:session': 'La sesión {session} se cerrará de inmediato en el dispositivo correspondiente.',
  'modal:reason': 'Motivo (para el registro)',
  'modal:log-out': 'Cerrar la sesión',
  'modal:cancel': 'Cancelar',
  'modal:close': 'Cerrar',
  'modal:no-code': 'El espacio de trabajo no le pide ningún código, y los ajustes de la aplicación lo permiten.',
  'modal:code:totp': 'Código de su aplicación de autenticación',
  'modal:code:email': 'Código recibido por correo',
  'modal:code:password': 'Su contraseña (aquí se puede leer mientras la escribe)',
  'modal:mailed': 'Enviamos un código a {address}.',
  'modal:mailed-before': 'Ya se envió antes un código a {address}, y sigue siendo válido.',
  'modal:send-again': 'Enviar otra vez',
  'modal:code-incorrect': 'Este código es incorrecto.',
  'modal:code-incorrect-tries': 'Este código es incorrecto. Intentos restantes: {tries} como máximo.',
  'modal:code-incorrect-mailed': 'Este código ya no es válido. Enviamos uno nuevo a {address}.',
  'modal:code-empty': 'Introduzca el código.',
  'modal:slow':
    'El espacio de trabajo está lento. El resultado llegará por el chat. Puede cerrar este cuadro de diálogo.',
  'modal:connect-title': 'Conectar Session Logout',
  'modal:connect':
    'Para cerrar sesiones, la aplicación actúa en su nombre. El navegador le preguntará una vez si puede hacerlo durante {hours} h. El segundo factor se le seguirá pidiendo cada vez.',
  'modal:connect-button': 'Abrir la página de consentimiento',
  'modal:connect-note': 'El enlace funciona una sola vez, durante {linkMinutes} minutos.',

  'ago:minutes': 'hace {count} min',
  'ago:hours': 'hace {count} h',
  'ago:days': 'hace {count} d',
  'search:about': 'Búsqueda de sesiones',
  'search:about-person': 'Sesiones de {person}',
  'search:code-needed:totp': 'Necesita un código de su aplicación de autenticación. ({about}.)',
  'search:code-needed:email': 'Necesita el código enviado a {address}. ({about}.)',
  'search:code-needed:password': 'Necesita su contraseña. ({about}.)',
  'search:code-missing': 'Hace falta un código. No se hizo nada. ({about}.)',
  'search:code-incorrect': 'Este código es incorrecto. No se hizo nada. ({about}.)',
  'search:confirm-needed': 'El espacio de trabajo no pide ningún código. Pulse el botón para continuar. ({about}.)',
  'search:slow':
    'El espacio de trabajo está lento. Cuando haya respondido, un mensaje aquí indicará cómo continuar. ({about}.)',
  'search:slow-result': 'El espacio de trabajo está lento. El resultado llegará aquí. ({about}.)',
  'search:progress': 'Sesiones cerradas hasta ahora: {count}. El resultado llegará aquí. ({about}.)',
  'search:connect-first': 'Primero permita que la aplicación actúe en su nombre. ({about}.)',
  'search:connect-again': 'Su conexión terminó. Permita otra vez que la aplicación actúe en su nombre. ({about}.)',
  'search:connected-go-on': 'Su conexión está activa hasta el {time}. Ya puede continuar. ({about}.)',
  'search:failed': '{error} ({about}.)',
  'search:found': 'Sesiones encontradas: {count}. ({about}.)',
  'search:none': 'No se encontró ninguna sesión. ({about}.)',
  'search:none-incomplete':
    'No se encontró ninguna sesión, pero la búsqueda no llegó a todas. Busque las de una sola persona o inténtelo de nuevo. ({about}.)',
  'search:person-unknown':
    'No hay ningún usuario con ese nombre. Escriba el nombre de usuario como aparece después de la @.',
  'search:person-unknown-nearest': 'No hay ningún usuario con ese nombre. ¿Quería decir {people}?',
  'search:needs-dialog':
    'Una búsqueda necesita un cuadro de diálogo, y este cliente no puede abrirlo. Use un cliente web o cierre una sesión por su ID: `/logout-session <ID de sesión> --code 123456`.',
  'search:title': 'Buscar sesiones',
  'search:submit': 'Continuar',
  'search:form': '¿Qué sesiones busca? Rellene lo que sepa y deje vacío lo demás.',
  'search:of-person': 'Sesiones de {person}.',
  'search:of-query': 'Las sesiones que coinciden con su búsqueda.',
  'search:asked-before': 'El espacio de trabajo le pide a usted su segundo factor antes de mostrarlas.',
  'search:field:person': 'Nombre de usuario',
  'search:field:words': 'Dispositivo, sistema u otras palabras',
  'search:field:address': 'Dirección o rango, como 203.0.113.0/24',
  'search:field:after': 'Inicio de sesión a partir de, como 2026-11-01 o yesterday',
  'search:field:before': 'Inicio de sesión antes de',
  'search:what': '¿Qué quiere hacer?',
  'search:what:choose': 'Ver las sesiones y elegir',
  'search:what:all': 'Cerrar todas las sesiones de la lista',
  'search:what:everything': 'Cerrar todo lo de esta persona',
  'search:what-note':
    '«Todo» también cierra los accesos de scripts y elimina los tokens de acceso personal. Requiere el permiso logout-other-user. Los tokens de aplicaciones OAuth siguen siendo válidos.',
  'search:what-note-mailed':
    'Sus códigos llegan por correo y cada uno sirve una vez, así que con uno solo no se pueden cerrar todas las sesiones de la lista. «Todo» usa un solo código: también cierra los accesos de scripts y elimina los tokens de acceso personal. Requiere el permiso logout-other-user. Los tokens de aplicaciones OAuth siguen siendo válidos.',
  'everything:about': 'Todo lo de {person}',
  'everything:title': 'Cerrar todo',
  'everything:submit': 'Cerrar todo',
  'everything:unlicensed':
    'Este espacio de trabajo no tiene licencia para la gestión de dispositivos, así que no se pueden mostrar una por una las sesiones de {person}. Sí puede cerrar todo lo de {person} de una vez: se cierra la sesión en todos los dispositivos, terminan los accesos de scripts y se eliminan los tokens de acceso personal. Los tokens de aplicaciones OAuth siguen siendo válidos.',
  'everything:error-unauthorized':
    'No puede hacer esto. Necesita un rol permitido en los ajustes de la aplicación Session Logout y el permiso logout-other-user, además de logout-device-management o create-personal-access-tokens.',
  'choice:title': 'Elegir sesiones',
  'choice:submit': 'Cerrar las sesiones',
  'choice:found': 'Sesiones encontradas: {count}, primero las más recientes.',
  'choice:found-of-person': 'Sesiones de {person}: {count}, primero las más recientes.',
  'choice:more': 'Aquí están las {maxToChooseFrom} más recientes; hay {rest} más. Acote la búsqueda para verlas.',
  'choice:incomplete': 'La búsqueda no llegó hasta el final: revisó {looked} sesiones. Puede haber más.',
  'choice:which': '¿Cuáles?',
  'choice:which:chosen': 'Solo las elegidas abajo',
  'choice:which:all': 'Todas las encontradas ({count})',
  'choice:which:all-others': 'Todas las encontradas menos las de usted ({count})',
  'choice:sessions': 'Sesiones que se cerrarán',
  'choice:session': 'Sesión que se cerrará (un código por correo cierra una)',
  'choice:placeholder': 'Elegir',
  'choice:you': 'usted',
  'choice:unknown-device': 'dispositivo desconocido',
  'choice:logged-in': 'inició sesión el {time}, {ago}',
  'choice:what-a-row-is':
    'Cada línea es un inicio de sesión. Los navegadores cerrados siguen en la lista hasta 45 días y se ven igual. Si cierra una sesión iniciada con un token de acceso personal, ese token se elimina.',
  'batch:all-ended': 'Sesiones cerradas el {time}: {count}. ({about}.)',
  'batch:some-ended': 'Sesiones cerradas el {time}: {gone} de {count}. ({about}.)',
  'batch:everything-ended':
    'Se cerró todo lo de esta persona el {time}: todos los dispositivos, los accesos de scripts y los tokens de acceso personal. Los tokens de aplicaciones OAuth siguen siendo válidos. ({about}.)',
  'batch:everything-ended-not-listed':
    'Se cerró todo lo de esta persona el {time}: todos los dispositivos, los accesos de scripts y los tokens de acceso personal. Los tokens de aplicaciones OAuth siguen siendo válidos. Algunas sesiones no se pudieron quitar de la lista. ({about}.)',
  'batch:stopped': 'Se detuvo antes de terminar: {error}',
  'batch:incomplete':
    'No se pudo leer la lista hasta el final, así que puede haber más sesiones. Repita la operación para cerrarlas también.',
  'batch:stopped:error-too-many-requests':
    'El espacio de trabajo permite a quienes no tienen el permiso api-bypass-rate-limit solo unas pocas llamadas por minuto, compartidas por todos los que usan la aplicación. Espere {seconds} segundos e inténtelo otra vez con las demás.',
  'batch:stopped:error-workspace-timeout': 'Se acabó el tiempo para un paso.',
  'batch:stopped:error-audit-unavailable': 'No se pudo registrar el resultado de una sesión.',
  'batch:stopped:totp-max-attempts':
    'El código fue incorrecto demasiadas veces, así que el espacio de trabajo ya no lo acepta. Para las demás necesita uno nuevo.',
  'batch:ended': 'Cerradas ({count}): {sessions}',
  'batch:already-gone': 'Ya no existían ({count}): {sessions}',
  'batch:refused': 'Rechazadas ({count}): {sessions}',
  'batch:failed': 'Fallidas ({count}): {sessions}',
  'batch:not-begun': 'Sin empezar ({count}): {sessions}',
  'batch:unknown': 'Posiblemente cerradas, no llegó una respuesta clara ({count}): {sessions}',
  'batch:more': 'y {count} más, que están en el registro',
  'alarm:person:ended': 'Se cerró su sesión el {time}. Dispositivos ({count}): {devices}',
  'alarm:person:unknown':
    'Es posible que se haya cerrado su sesión el {time}; no llegó una respuesta clara. Dispositivos ({count}): {devices}',
  'alarm:person:everything:ended':
    'Se cerró la sesión en todos sus dispositivos el {time}. También se anularon los accesos de scripts y sus tokens de acceso personal.',
  'alarm:person:everything:unknown':
    'Es posible que el {time} se haya cerrado la sesión en todos sus dispositivos y que se hayan anulado los accesos de scripts y sus tokens de acceso personal; no llegó una respuesta clara.',
  'alarm:person:advice':
    'Si no lo esperaba, cambie su contraseña y avise a los administradores de este espacio de trabajo. Para seguir usando un dispositivo, inicie sesión en él de nuevo.',
  'alarm:by': 'Acción de {who}.',
  'alarm:reason': 'Motivo: {reason}',
  'alarm:more': 'y {count} más',
  'alarm:unknown-person': 'persona desconocida',
  'alarm:count:ended': 'cerradas: {count}',
  'alarm:count:unknown': 'posiblemente cerradas: {count}',
  'alarm:count:already-gone': 'ya no existían: {count}',
  'alarm:count:refused': 'rechazadas: {count}',
  'alarm:count:failed': 'fallidas: {count}',
  'alarm:count:not-begun': 'sin empezar: {count}',
  'alarm:room:ended': '{time}: {who} cerró sesiones de {whom} ({results}).',
  'alarm:room:everything':
    '{time}: {who} cerró todo lo de {whom}, también los tokens de acceso personal (sesiones de la lista: {results}).',
  'alarm:room:lockout': '{time}: {who} tiene el acceso bloqueado hasta el {until} tras demasiados códigos incorrectos.',
  'alarm:room:summary':
    'Del {from} al {to}: {count} cierres de sesión ({results}). Realizados por {who}. Sesiones de {whom}. El registro los contiene todos.',
  'alarm:room:lockouts': 'Del {from} al {to}: {count} bloqueos tras demasiados códigos incorrectos. Bloqueados: {who}.',
  'button:choose': 'Elegir',
  'button:try-others': 'Reintentar las demás',
  'chat:invalid:sessionIds:missing': 'Elija al menos una sesión. Sus propias sesiones no forman parte de «todas».',
  'invalid:sessionIds:not-listed': '«sessionIds» debe contener solo sesiones que estaban en la lista.',
  'chat:invalid:sessionIds:not-listed': 'Una de las sesiones no estaba en la lista. No se cerró nada. Busque de nuevo.',

  'chat:bad-log':
    '`log` acepta una persona, un periodo (`today`, `7d` o `30d`) y `failed`, cada uno una vez. No se hizo nada. Por ejemplo: `/logout-session log @alice 7d failed`.',
  'chat:unlock-whom': 'Indique una persona: `/logout-session unlock @user`. No se hizo nada.',
  'chat:needs-dialog':
    'Para esto hace falta un cuadro de diálogo, y este cliente no puede abrirlo. Use un cliente web.',
  'chat:invalid:username:not-allowed':
    'No puede desbloquear su propio acceso. Pídaselo a otra persona que pueda usar esta aplicación.',
  'unlock:title': 'Desbloquear a alguien',
  'unlock:ask':
    'Los códigos incorrectos bloquean a una persona en esta aplicación durante un tiempo. Se descartarán los códigos incorrectos de {person}, que podrá volver a usarla enseguida.',
  'unlock:submit': 'Desbloquear',
  'unlock:about': 'Bloqueo de {person}',
  'unlock:done': '{person} puede volver a usar esta aplicación.',
  'unlock:was-not-locked-out': '{person} no tenía ningún bloqueo. Sus códigos incorrectos se descartaron.',
  'record:title': 'El registro',
  'record:ask':
    'El espacio de trabajo pide su segundo factor antes de mostrar el registro. También queda registrado que usted lo lee.',
  'record:submit': 'Mostrar el registro',
  'record:about': 'El registro',
  'record:shown': 'Entradas en esta página: {count}. ({about}.)',
  'record:newest-first': 'Las más recientes primero.',
  'record:of-person': 'De {person} o sobre {person}, las más recientes primero.',
  'record:since': 'Desde el {time}.',
  'record:failed-only': 'Solo lo rechazado o fallido.',
  'record:none': 'No hay entradas.',
  'record:none-yet': 'Hasta ahora no se encontró nada. Pulse «Más antiguas» para seguir.',
  'record:times': '{count} veces en un minuto',
  'record:sessions': 'sesiones: {count}',
  'record:more-sessions': 'Y {count} más.',
  'record:action:logout': 'Cerrar una sesión',
  'record:action:logout-many': 'Cerrar sesiones',
  'record:action:logout-all': 'Cerrar todas las sesiones de una persona',
  'record:action:logout-everything': 'Cerrar todo lo de una persona',
  'record:action:list': 'Buscar sesiones',
  'record:action:connect': 'Conectarse',
  'record:action:disconnect': 'Desconectarse',
  'record:action:status': 'Ver el estado',
  'record:action:read-log': 'Leer el registro',
  'record:action:lockout': 'Bloqueo por códigos incorrectos',
  'record:action:unlock': 'Desbloquear a alguien',
  'record:result:done': 'hecho',
  'record:result:partly-done': 'hecho en parte',
  'record:result:cancelled': 'cancelado',
  'record:result:unknown': 'desconocido: puede haber ocurrido',
  'record:result:totp-required': 'se pidió un código',
  'record:result:totp-invalid': 'código incorrecto',
  'record:result:error-confirmation-needed': 'se pidió una confirmación',
  'record:result:other': 'no hecho ({result})',
  'record:session:ended': 'cerrada',
  'record:session:already-gone': 'ya no existía',
  'record:session:refused': 'rechazada',
  'record:session:failed': 'fallida',
  'record:session:not-begun': 'sin empezar',
  'record:session:unknown': 'resultado desconocido',
  'record:via:api': 'API',
  'record:via:command': 'comando',
  'record:via:modal': 'cuadro de diálogo',
  'record:via:browser': 'navegador',
  'record:field:time': 'Fecha y hora',
  'record:field:caller': 'Quién (roles)',
  'record:field:action': 'Qué',
  'record:field:result': 'Resultado',
  'record:field:times': 'Veces en un minuto',
  'record:field:person': 'Sobre',
  'record:field:device': 'Dispositivo',
  'record:field:session': 'ID de sesión',
  'record:field:reason': 'Motivo',
  'record:field:other-account': 'Cuenta que dio el consentimiento',
  'record:field:second-factor': 'Segundo factor',
  'record:field:workspace-status': 'Estado de la última respuesta del espacio de trabajo',
  'record:field:via': 'Por medio de',
  'record:field:request': 'Solicitud',
  'button:show': 'Mostrar',
  'button:details': 'Detalles',
  'button:older': 'Más antiguas',
  'button:newer': 'Más recientes',
  'button:back': 'Volver',

  'page:title': 'Session Logout',
  'page:connected': 'Su conexión está activa. Puede cerrar esta pestaña y volver a Rocket.Chat.',
  'page:failed-title': 'No se realizó la conexión',
};
