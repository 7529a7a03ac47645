import type { Catalogue } from './catalogue';

/** The texts people read, in Spanish. */
export const es: Catalogue = {
  'error-not-logged-in': 'Para hacer esto debe iniciar sesión.',
  'error-unauthorized': 'No tiene permiso para esta acción.',
  'invalid-params': 'La solicitud no es válida.',
  'totp-required': 'Se necesita un código.',
  'totp-invalid': 'El código no es correcto.',
  'totp-max-attempts': 'El código ha sido incorrecto demasiadas veces. Pida uno nuevo e inténtelo otra vez.',
  'error-2fa-not-enforced':
    'El espacio de trabajo no pidió un segundo factor, así que no se hizo nada. Active la autenticación de dos factores en su cuenta y no use un token que la omita; o un administrador puede poner «Cuando no se pide un segundo factor» en «Cerrar la sesión de todos modos».',
  'error-session-not-found':
    'No hay ninguna sesión con este identificador. Puede que haya caducado; no se cambió nada.',
  'error-license-required':
    'Este espacio de trabajo no tiene licencia para gestionar dispositivos, necesaria para cerrar sesiones. No se cambió nada.',
  'error-too-many-requests':
    'Demasiadas solicitudes al espacio de trabajo. No se cambió nada; inténtelo otra vez en {seconds} segundos.',
  'error-workspace-unreachable':
    'La aplicación no pudo conectar con el espacio de trabajo. No se cambió nada; un administrador puede revisar el ajuste «Dirección del espacio de trabajo».',
  'error-workspace-invalid-response':
    'El espacio de trabajo dio una respuesta que la aplicación no entiende. No se cambió nada; un administrador puede revisar el ajuste «Dirección del espacio de trabajo».',
  'error-workspace-timeout': 'El espacio de trabajo no respondió a tiempo. No se cambió nada; inténtelo otra vez.',
  'error-outcome-unknown':
    'El cierre de sesión se envió, pero no llegó una respuesta clara. Puede que se haya hecho; compruébelo antes de intentarlo otra vez.',
  'error-method-not-allowed': 'Este método no está permitido aquí.',
  'error-settings-unreadable':
    'No se pudieron leer los ajustes de la aplicación, así que no se hizo nada. Un administrador puede revisarlos y guardarlos de nuevo.',
  'error-audit-unavailable':
    'No se pudo guardar el registro de este cierre de sesión, así que no se hizo nada. Inténtelo otra vez.',
  'error-not-connected': 'La aplicación todavía no puede actuar en su nombre. Conéctela primero.',
  'error-connection-ended': 'Su conexión ha terminado. Conéctese de nuevo.',
  'error-oauth-client-disabled':
    'Un administrador ha desactivado la aplicación OAuth «Session Logout» de este espacio de trabajo. Pida que la vuelvan a activar.',
  'error-connect-link-invalid':
    'Este enlace ya no vale: funciona una vez, durante diez minutos. Vuelva a Rocket.Chat y escriba /logout-session connect.',
  'error-connect-failed':
    'El espacio de trabajo no dejó que la aplicación se conectara. Vuelva a Rocket.Chat y escriba /logout-session connect para intentarlo otra vez.',
  'error-connect-wrong-account':
    'En el navegador ha iniciado sesión con una cuenta distinta de la del chat. No se conectó nada. Inicie sesión con su propia cuenta y escriba otra vez /logout-session connect.',
  'error-password-not-in-chat':
    'Su cuenta se confirma con la contraseña, que aquí se podría leer mientras la escribe. No se cambió nada. Active en su cuenta una aplicación de autenticación o los códigos por correo, o use la API de la aplicación; un administrador también puede permitir contraseñas en los ajustes de la aplicación.',
  'error-request-expired':
    'Este paso ya se usó o tiene más de cinco minutos, así que ahora no cambió nada. Mire el último mensaje de aquí o escriba el comando otra vez.',
  'error-request-foreign': 'Este paso es de otra persona. No se cambió nada.',
  'error-internal':
    'Algo falló en la aplicación y no se hizo nada. El identificador de la solicitud lleva a la entrada del registro.',

  'invalid:body:not-an-object': 'El cuerpo debe ser un objeto con «sessionId» y, si lo desea, «reason».',
  'invalid:body:unknown-field': 'El cuerpo solo puede tener «sessionId» y «reason».',
  'invalid:sessionId:missing': 'El cuerpo debe tener «sessionId».',
  'invalid:sessionId:not-allowed': '«sessionId» debe ser un texto de 1 a 128 letras, cifras, «_» o «-».',
  'invalid:reason:not-allowed': '«reason» debe ser un texto.',
  'invalid:reason:too-long': '«reason» debe tener como máximo 500 caracteres.',
  'invalid:x-2fa-code:not-allowed': 'La cabecera «x-2fa-code» debe ser ASCII simple, de 256 caracteres como máximo.',

  'setting:allowed_roles': 'Roles permitidos: como máximo 50 identificadores o nombres de rol, separados por comas.',
  'setting:without_challenge': 'Cuando no se pide un segundo factor: elija «refuse» o «allow».',
  'setting:workspace_url':
    'Dirección del espacio de trabajo: déjela vacía o indique una como https://chat.example.com, sin contraseña, «?» ni «#».',
  'setting:timeout_seconds': 'Tiempo límite: un número entero de 1 a 25 segundos.',
  'setting:password_in_chat': 'Contraseñas en el chat: active o desactive esta opción.',
  'setting:connection_hours': 'Duración de la conexión: un número entero de 1 a 336 horas.',

  'chat:error-unauthorized':
    'No puede hacer esto. Se necesita un rol permitido en los ajustes de la aplicación Session Logout y el permiso logout-device-management.',
  'chat:error-internal':
    'Algo falló en la aplicación. Mire aquí el último mensaje antes de volver a intentarlo. Solicitud {request}.',
  'chat:invalid:sessionId': 'Esto no es un identificador de sesión: tiene de 1 a 128 letras, cifras, «_» o «-».',
  'chat:invalid:reason': 'El motivo puede tener 500 caracteres como máximo.',
  'chat:invalid:x-2fa-code': 'Esto no es un código: solo tiene letras y cifras.',
  'chat:totp-max-attempts':
    'El código ha sido incorrecto demasiadas veces y el espacio de trabajo ya no lo acepta. La sesión {session} no se cerró. Escriba el comando otra vez para recibir un código nuevo.',
  'chat:help':
    'Cierre la sesión de otra persona, con su propio segundo factor:\n`/logout-session <id de sesión> [motivo]` – cerrar esta sesión\n`/logout-session connect` – dejar que la aplicación actúe en su nombre por un tiempo limitado\n`/logout-session disconnect` – ponerle fin\n`/logout-session status` – ¿puede usar esto, y hasta cuándo dura la conexión?\n`/logout-session help` – este texto\nDonde no se puede abrir un diálogo: `/logout-session <id de sesión> --code 123456 [--method totp] [--reason "…"]`',
  'chat:unknown-word':
    'Aquí no existe «{word}». ¿Quería decir `/logout-session {nearest}`? Un id de sesión tiene 17 letras y cifras.',
  'chat:unknown-option': 'No existe la opción «{option}». Use --code, --method o --reason.',
  'chat:missing-value': 'La opción «{option}» necesita un valor detrás.',

  'chat:done': 'La sesión {session} se cerró el {time}. Solicitud {request}.',
  'chat:failed': '{error} (Sesión {session}, solicitud {request}.)',
  'chat:code-needed:totp': 'Para cerrar la sesión {session} se necesita un código de su aplicación de autenticación.',
  'chat:code-needed:email': 'Para cerrar la sesión {session} se necesita un código que se envió a {address}.',
  'chat:code-needed:password': 'Para cerrar la sesión {session} se necesita su contraseña.',
  'chat:code-by-option':
    'Escriba el comando otra vez con el código: `/logout-session {session} --code <código> --method {method}`',
  'chat:code-wrong': 'El código para la sesión {session} no es correcto y la sesión no se cerró.',
  'chat:connect-first': 'Para cerrar la sesión {session}, deje primero que la aplicación actúe en su nombre.',
  'chat:connect-again':
    'Su conexión ha terminado. Para cerrar la sesión {session}, permita de nuevo que la aplicación actúe en su nombre.',
  'chat:connect-here': 'Abra esta dirección en su navegador antes de diez minutos: {url}',
  'chat:connected': 'Conexión activa hasta el {time}.',
  'chat:connected-go-on': 'Conexión activa hasta el {time}. Estaba a punto de cerrar la sesión {session}.',
  'chat:not-connected': 'No hay conexión con la aplicación.',
  'chat:disconnected': 'La aplicación ya no actúa en su nombre.',
  'chat:role-allowed': 'Uno de sus roles puede usar esto.',
  'chat:role-not-allowed': 'No puede usar esto: ninguno de sus roles está permitido en los ajustes de la aplicación.',

  'button:go-on': 'Seguir',
  'button:enter-code': 'Escribir el código',
  'button:try-again': 'Intentar otra vez',
  'button:connect': 'Conectar',

  'modal:title': 'Cerrar una sesión',
  'modal:session': 'Se cerrará la sesión {session}: el dispositivo se desconecta al instante.',
  'modal:reason': 'Motivo (para el registro)',
  'modal:continue': 'Seguir',
  'modal:log-out': 'Cerrar la sesión',
  'modal:cancel': 'Cancelar',
  'modal:close': 'Cerrar',
  'modal:code:totp': 'Código de su aplicación de autenticación',
  'modal:code:email': 'Código del correo',
  'modal:code:password': 'Su contraseña (aquí se puede leer mientras la escribe)',
  'modal:mailed': 'Hemos enviado un código a {address}.',
  'modal:mailed-before': 'Ya se envió un código a {address}, y sigue siendo válido.',
  'modal:send-again': 'Enviar otra vez',
  'modal:code-wrong': 'Este código no es correcto.',
  'modal:code-wrong-tries': 'Este código no es correcto. Quedan como máximo {tries} intentos.',
  'modal:code-wrong-mailed': 'Este código ya no es correcto. Hemos enviado uno nuevo a {address}.',
  'modal:code-empty': 'Escriba el código.',
  'modal:slow': 'El espacio de trabajo va lento. El resultado llegará en el chat; puede cerrar esto.',
  'modal:connect-title': 'Conectar Session Logout',
  'modal:connect':
    'Para cerrar sesiones, la aplicación actúa en su nombre. El navegador le preguntará una vez si lo permite (durante {hours} h). El segundo factor se le seguirá pidiendo cada vez.',
  'modal:connect-button': 'Abrir la página de permiso',
  'modal:connect-note': 'El enlace funciona una vez, durante diez minutos.',

  'page:title': 'Session Logout',
  'page:connected': 'La conexión está hecha. Puede cerrar esta pestaña y volver a Rocket.Chat.',
  'page:failed-title': 'No se hizo la conexión',
};
