import type { Catalogue } from './catalogue';

/** The texts people read, in Brazilian Portuguese. */
export const ptBR: Catalogue = {
  'error-not-logged-in': 'Para fazer isso, você precisa entrar na sua conta.',
  'error-unauthorized': 'Você não tem permissão para esta ação.',
  'invalid-params': 'A solicitação não é válida.',
  'totp-required': 'É preciso informar um código.',
  'totp-invalid': 'O código não está correto.',
  'totp-max-attempts': 'O código estava errado vezes demais. Peça um novo e tente outra vez.',
  'error-2fa-not-enforced':
    'O workspace não pediu um segundo fator, então nada foi feito. Ative a autenticação de dois fatores na sua conta e não use um token que a ignore; ou um administrador pode mudar "Quando nenhum segundo fator é pedido" para "Encerrar mesmo assim".',
  'error-session-not-found': 'Não há sessão com este id. Ela pode ter expirado; nada foi alterado.',
  'error-license-required':
    'Este workspace não tem licença para o gerenciamento de dispositivos, necessário para encerrar sessões. Nada foi alterado.',
  'error-too-many-requests':
    'Solicitações demais ao workspace. Nada foi alterado; tente outra vez em {seconds} segundos.',
  'error-workspace-unreachable':
    'O aplicativo não conseguiu acessar o workspace. Nada foi alterado; um administrador pode verificar a configuração "Endereço do workspace".',
  'error-workspace-invalid-response':
    'O workspace deu uma resposta que o aplicativo não entende. Nada foi alterado; um administrador pode verificar a configuração "Endereço do workspace".',
  'error-workspace-timeout': 'O workspace não respondeu a tempo. Nada foi alterado; tente outra vez.',
  'error-outcome-unknown':
    'O pedido para encerrar a sessão foi enviado, mas não veio uma resposta clara. Pode ter dado certo; verifique antes de tentar outra vez.',
  'error-method-not-allowed': 'Este método não é permitido aqui.',
  'error-settings-unreadable':
    'Não foi possível ler as configurações do aplicativo, então nada foi feito. Um administrador pode verificá-las e salvá-las de novo.',
  'error-audit-unavailable':
    'Não foi possível gravar o registro deste encerramento, então nada foi feito. Tente outra vez.',
  'error-not-connected': 'O aplicativo ainda não pode agir em seu nome. Conecte-o primeiro.',
  'error-connection-ended': 'Sua conexão terminou. Conecte-se de novo.',
  'error-oauth-client-disabled':
    'Um administrador desativou o aplicativo OAuth "Session Logout" deste workspace. Peça que ele seja ativado de novo.',
  'error-connect-link-invalid':
    'Este link não vale mais: ele funciona uma vez, por dez minutos. Volte ao Rocket.Chat e digite /logout-session connect.',
  'error-connect-failed':
    'O workspace não deixou o aplicativo se conectar. Volte ao Rocket.Chat e digite /logout-session connect para tentar outra vez.',
  'error-connect-wrong-account':
    'No navegador, você entrou com uma conta diferente da conta do chat. Nada foi conectado. Entre com a sua própria conta e digite /logout-session connect outra vez.',
  'error-password-not-in-chat':
    'Sua conta confirma com a senha, que poderia ser lida aqui enquanto você digita. Nada foi alterado. Ative na sua conta um aplicativo autenticador ou códigos por e-mail, ou use a API do aplicativo; um administrador também pode permitir senhas nas configurações do aplicativo.',
  'error-request-expired':
    'Esta etapa já foi usada ou tem mais de cinco minutos, então não mudou nada agora. Veja a última mensagem aqui ou digite o comando outra vez.',
  'error-request-foreign': 'Esta etapa é de outra pessoa. Nada foi alterado.',
  'error-internal': 'Algo deu errado no aplicativo e nada foi feito. O id da solicitação leva à entrada no log.',

  'invalid:body:not-an-object': 'O corpo deve ser um objeto com "sessionId" e, se quiser, "reason".',
  'invalid:body:unknown-field': 'O corpo só pode ter "sessionId" e "reason".',
  'invalid:sessionId:missing': 'O corpo deve ter "sessionId".',
  'invalid:sessionId:not-allowed': '"sessionId" deve ser um texto de 1 a 128 letras, algarismos, "_" ou "-".',
  'invalid:reason:not-allowed': '"reason" deve ser um texto.',
  'invalid:reason:too-long': '"reason" deve ter no máximo 500 caracteres.',
  'invalid:x-2fa-code:not-allowed': 'O cabeçalho "x-2fa-code" deve ser ASCII simples, com no máximo 256 caracteres.',

  'setting:allowed_roles': 'Funções permitidas: no máximo 50 ids ou nomes de função, separados por vírgulas.',
  'setting:without_challenge': 'Quando nenhum segundo fator é pedido: escolha "refuse" ou "allow".',
  'setting:workspace_url':
    'Endereço do workspace: deixe vazio ou informe um endereço como https://chat.example.com, sem senha, "?" ou "#".',
  'setting:timeout_seconds': 'Tempo limite: um número inteiro de 1 a 25 segundos.',
  'setting:password_in_chat': 'Senhas no chat: ative ou desative.',
  'setting:connection_hours': 'Duração da conexão: um número inteiro de 1 a 336 horas.',

  'chat:error-unauthorized':
    'Você não pode fazer isso. É preciso ter uma função permitida nas configurações do aplicativo Session Logout e a permissão logout-device-management.',
  'chat:error-internal':
    'Algo deu errado no aplicativo. Veja aqui a última mensagem antes de tentar de novo. Solicitação {request}.',
  'chat:invalid:sessionId': 'Isto não é um ID de sessão: ele tem de 1 a 128 letras, algarismos, "_" ou "-".',
  'chat:invalid:reason': 'O motivo pode ter no máximo 500 caracteres.',
  'chat:invalid:x-2fa-code': 'Isto não é um código: ele tem apenas letras e algarismos.',
  'chat:totp-max-attempts':
    'O código estava errado vezes demais, e o workspace não o aceita mais. A sessão {session} não foi encerrada. Digite o comando outra vez para receber um novo código.',
  'chat:help':
    'Encerre a sessão de outra pessoa, com o seu próprio segundo fator:\n`/logout-session <id da sessão> [motivo]` – encerrar esta sessão\n`/logout-session connect` – deixar o aplicativo agir em seu nome por tempo limitado\n`/logout-session disconnect` – acabar com isso\n`/logout-session status` – você pode usar isto, e até quando vale a conexão?\n`/logout-session help` – este texto\nOnde não é possível abrir um diálogo: `/logout-session <id da sessão> --code 123456 [--method totp] [--reason "…"]`',
  'chat:unknown-word':
    'Não existe "{word}" aqui. Você quis dizer `/logout-session {nearest}`? Um id de sessão tem 17 letras e algarismos.',
  'chat:unknown-option': 'Não existe a opção "{option}". Use --code, --method ou --reason.',
  'chat:missing-value': 'A opção "{option}" precisa de um valor depois dela.',

  'chat:done': 'A sessão {session} foi encerrada em {time}. Solicitação {request}.',
  'chat:failed': '{error} (Sessão {session}, solicitação {request}.)',
  'chat:code-needed:totp': 'Para encerrar a sessão {session}, é preciso um código do seu aplicativo autenticador.',
  'chat:code-needed:email': 'Para encerrar a sessão {session}, é preciso um código que foi enviado para {address}.',
  'chat:code-needed:password': 'Para encerrar a sessão {session}, é preciso a sua senha.',
  'chat:code-by-option':
    'Digite o comando outra vez com o código: `/logout-session {session} --code <código> --method {method}`',
  'chat:code-wrong': 'O código para a sessão {session} não está correto, e a sessão não foi encerrada.',
  'chat:connect-first': 'Para encerrar a sessão {session}, primeiro deixe o aplicativo agir em seu nome.',
  'chat:connect-again':
    'Sua conexão terminou. Para encerrar a sessão {session}, permita de novo que o aplicativo aja em seu nome.',
  'chat:connect-here': 'Abra este endereço no seu navegador em até dez minutos: {url}',
  'chat:connected': 'Conexão ativa até {time}.',
  'chat:connected-go-on': 'Conexão ativa até {time}. Você ia encerrar a sessão {session}.',
  'chat:not-connected': 'Não há conexão com o aplicativo.',
  'chat:disconnected': 'O aplicativo não age mais em seu nome.',
  'chat:role-allowed': 'Uma das suas funções pode usar isto.',
  'chat:role-not-allowed':
    'Você não pode usar isto: nenhuma das suas funções é permitida nas configurações do aplicativo.',

  'button:go-on': 'Continuar',
  'button:enter-code': 'Digitar o código',
  'button:try-again': 'Tentar outra vez',
  'button:connect': 'Conectar',

  'modal:title': 'Encerrar uma sessão',
  'modal:session': 'A sessão {session} será encerrada: o dispositivo sai da conta na hora.',
  'modal:reason': 'Motivo (para o registro)',
  'modal:continue': 'Continuar',
  'modal:log-out': 'Encerrar a sessão',
  'modal:cancel': 'Cancelar',
  'modal:close': 'Fechar',
  'modal:code:totp': 'Código do seu aplicativo autenticador',
  'modal:code:email': 'Código do seu e-mail',
  'modal:code:password': 'Sua senha (pode ser lida aqui enquanto você digita)',
  'modal:mailed': 'Enviamos um código para {address}.',
  'modal:mailed-before': 'Um código já foi enviado para {address} e ainda vale.',
  'modal:send-again': 'Enviar outra vez',
  'modal:code-wrong': 'Este código não está correto.',
  'modal:code-wrong-tries': 'Este código não está correto. Restam no máximo {tries} tentativas.',
  'modal:code-wrong-mailed': 'Este código não vale mais. Enviamos um novo para {address}.',
  'modal:code-empty': 'Digite o código.',
  'modal:slow': 'O workspace está lento. O resultado virá no chat; você pode fechar isto.',
  'modal:connect-title': 'Conectar o Session Logout',
  'modal:connect':
    'Para encerrar sessões, o aplicativo age em seu nome. O navegador vai perguntar uma vez se você permite (por {hours} h). O segundo fator continua sendo pedido todas as vezes.',
  'modal:connect-button': 'Abrir a página de permissão',
  'modal:connect-note': 'O link funciona uma vez, por dez minutos.',

  'page:title': 'Session Logout',
  'page:connected': 'Conexão feita. Você pode fechar esta aba e voltar ao Rocket.Chat.',
  'page:failed-title': 'A conexão não foi feita',
};
