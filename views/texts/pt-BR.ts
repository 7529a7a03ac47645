import type { Catalogue } from './catalogue';

/** The texts people read, in Brazilian Portuguese. */
export const ptBR: Catalogue = {
  'error-not-logged-in': 'Para fazer isso, você precisa entrar na sua conta.',
  'error-account-deactivated': 'Sua conta está desativada, então nada foi feito.',
  'error-unauthorized': 'Você não tem permissão para esta ação.',
  'error-locked-out':
    'Vieram da sua conta {maxIncorrectCodes} códigos incorretos em {lockoutMinutes} minutos, então seu acesso a este aplicativo está bloqueado até {time}. Nada foi alterado. Outra pessoa com uma função permitida pode liberá-lo antes.',
  'invalid-params': 'A solicitação não é válida.',
  'totp-required': 'É necessário um código.',
  'totp-invalid': 'Este código está incorreto.',
  'totp-max-attempts': 'Houve tentativas demais com código incorreto. Solicite um novo e tente outra vez.',
  'error-2fa-not-enforced':
    'O workspace não pediu um segundo fator, então nada foi feito. Configure a autenticação de dois fatores na sua conta e não use um token que a ignore. Um administrador também pode mudar "Quando nenhum segundo fator é pedido" para "Encerrar mesmo assim".',
  'error-session-not-found': 'Não há sessão com este ID. Ela pode ter expirado. Nada foi alterado.',
  'error-user-not-found': 'Não há ninguém com este nome de usuário ou ID de usuário. Nada foi alterado.',
  'error-license-required':
    'Este workspace não tem licença para o gerenciamento de dispositivos, por isso não é possível listar nem encerrar sessões individuais. Nada foi alterado. Mesmo sem ela, você pode encerrar tudo de uma pessoa: "sessions/logout.everything".',
  'error-too-many-requests':
    'Solicitações demais ao workspace. Nada foi alterado. Tente outra vez em {seconds} segundos.',
  'error-workspace-unreachable':
    'O aplicativo não conseguiu acessar o workspace. Nada foi alterado. Um administrador pode verificar a configuração "Endereço do workspace".',
  'error-workspace-invalid-response':
    'O workspace deu uma resposta que o aplicativo não entende. Nada foi alterado. Um administrador pode verificar a configuração "Endereço do workspace".',
  'error-workspace-timeout': 'O workspace não respondeu a tempo. Nada foi alterado. Tente outra vez.',
  'error-outcome-unknown':
    'O pedido de encerramento foi enviado, mas não veio uma resposta clara. Ele pode ter sido executado. Verifique antes de tentar outra vez.',
  'error-method-not-allowed': 'Este método não é permitido aqui.',
  'error-one-code-per-session':
    'O workspace envia por e-mail um código que só vale uma vez, e com um token de acesso cada sessão precisaria de um código próprio. Nada foi alterado. Use um aplicativo de autenticação, chame com "X-User-Id" e "X-Auth-Token", ou encerre uma sessão de cada vez.',
  'error-settings-unreadable':
    'Não foi possível ler as configurações do aplicativo, então nada foi feito. Um administrador pode verificá-las e salvá-las outra vez.',
  'error-audit-unavailable':
    'O aplicativo não conseguiu ler ou gravar seus registros, então nada foi feito. Tente outra vez.',
  'error-not-connected': 'O aplicativo ainda não pode agir em seu nome. Conecte-o primeiro.',
  'error-connection-ended': 'Sua conexão terminou. Conecte-se outra vez.',
  'error-oauth-client-disabled':
    'Um administrador desativou o aplicativo OAuth "Session Logout" deste workspace. Peça a um administrador que o ative outra vez.',
  'error-connect-link-invalid':
    'Este link não é mais válido. Ele funciona uma única vez, por {linkMinutes} minutos, e só enquanto você não se desconectar. Volte ao Rocket.Chat e digite /logout-session connect.',
  'error-connect-failed':
    'O workspace não deixou o aplicativo se conectar. Volte ao Rocket.Chat e digite /logout-session connect para tentar outra vez.',
  'error-connect-wrong-account':
    'No navegador, você entrou com uma conta diferente da conta do chat. Nada foi conectado. Entre com a sua própria conta e digite /logout-session connect outra vez.',
  'error-password-not-in-chat':
    'Seu segundo fator é a sua senha, e ela poderia ser lida na tela enquanto você a digita aqui. Nada foi alterado. Configure na sua conta um aplicativo de autenticação ou códigos por e-mail, ou use a API do aplicativo. Um administrador também pode permitir senhas nas configurações do aplicativo.',
  'error-confirmation-needed': 'Confirme primeiro o encerramento. Nada foi alterado.',
  'error-request-expired':
    'Esta etapa já foi usada ou tem mais de {pendingMinutes} minutos, então não alterou nada. Veja aqui a última mensagem ou digite o comando outra vez.',
  'error-request-foreign': 'Esta etapa é de outra pessoa. Nada foi alterado.',
  'error-internal': 'Algo deu errado no aplicativo e nada foi feito. O ID da solicitação leva à entrada no log.',

  'invalid:body:not-an-object': 'O corpo deve ser um objeto com os campos deste endpoint.',
  'invalid:body:unknown-field': 'O corpo tem um campo que este endpoint não conhece.',
  'invalid:sessionId:missing': 'O corpo deve ter "sessionId".',
  'invalid:sessionId:not-allowed':
    '"sessionId" deve ser um texto de 1 a {maxSessionIdLength} letras, dígitos, "_" ou "-".',
  'invalid:sessionIds:missing': 'O corpo deve ter "sessionIds".',
  'invalid:sessionIds:not-allowed':
    '"sessionIds" deve ser uma lista com pelo menos um texto de 1 a {maxSessionIdLength} letras, dígitos, "_" ou "-".',
  'invalid:sessionIds:too-many': '"sessionIds" deve ter no máximo {maxBatch} IDs de sessão.',
  'invalid:sessionIds:repeated': '"sessionIds" não deve ter o mesmo ID de sessão duas vezes.',
  'invalid:userId:missing': 'O corpo deve ter "userId" ou "username", mas não os dois.',
  'invalid:userId:not-allowed':
    '"userId" deve ser um texto de 1 a {maxSessionIdLength} letras, dígitos, ".", "_" ou "-".',
  'invalid:username:not-allowed': '"username" deve ser um texto: um nome de usuário deste workspace.',
  'invalid:except:not-allowed': '"except" deve ser uma lista de IDs de sessão.',
  'invalid:except:too-many': '"except" deve ter no máximo {maxBatch} IDs de sessão.',
  'invalid:except:repeated': '"except" não deve ter o mesmo ID de sessão duas vezes.',
  'invalid:except:not-listed':
    '"except" tem um ID de sessão que não está na lista de sessões desta pessoa e por isso não poderia ser mantido. Nada foi alterado. Um login pode ter vários IDs: use os que a lista mostra.',
  'invalid:reason:not-allowed': '"reason" deve ser um texto.',
  'invalid:reason:too-long': '"reason" deve ter no máximo {maxReasonLength} caracteres.',
  'invalid:reason:hidden-characters':
    '"reason" não deve ter caracteres de controle, caracteres que mudam a direção da escrita nem caracteres corrompidos.',
  'invalid:x-2fa-code:not-allowed':
    'O cabeçalho "x-2fa-code" deve ser ASCII simples, com no máximo {maxCodeLength} caracteres.',
  'invalid:ip:not-allowed': '"ip" deve ser um endereço IPv4 ou IPv6, ou um intervalo como 203.0.113.0/24.',
  'invalid:os:not-allowed':
    '"os" deve ser um texto de 1 a {maxSearchLength} caracteres, sem nenhum que seja invisível ou mude a direção da escrita.',
  'invalid:client:not-allowed':
    '"client" deve ser um texto de 1 a {maxSearchLength} caracteres, sem nenhum que seja invisível ou mude a direção da escrita.',
  'invalid:filter:not-allowed':
    '"filter" deve ser um texto de 1 a {maxSearchLength} caracteres, sem nenhum que seja invisível ou mude a direção da escrita.',
  'invalid:loginAfter:not-allowed':
    '"loginAfter" deve ser uma data como 2026-11-01, um horário como 2026-11-01T12:30Z, "today", "yesterday", ou há quanto tempo: 3h, 2d, 1w.',
  'invalid:loginBefore:not-allowed':
    '"loginBefore" deve ser uma data como 2026-11-01, um horário como 2026-11-01T12:30Z, "today", "yesterday", ou há quanto tempo: 3h, 2d, 1w.',

  'many:rate-limited':
    'O workspace permite a quem não tem a permissão api-bypass-rate-limit apenas algumas chamadas por minuto, divididas entre todos os que usam o aplicativo. Espere e depois envie as sessões que restam.',
  'invalid:from:not-allowed': '"from" deve ser um dia, como 2026-11-01, ou um horário, como 2026-11-01T12:30Z.',
  'invalid:to:not-allowed':
    '"to" deve ser um dia, como 2026-11-30, ou um horário, como 2026-11-30T12:30Z, e posterior a "from".',
  'invalid:result:not-allowed': '"result" deve ser um resultado como foi registrado, ou "failed" ou "unknown".',
  'invalid:limit:not-allowed': '"limit" deve ser um número inteiro de 1 a {maxPageEntries}.',
  'invalid:cursor:not-allowed': '"cursor" deve ser o valor que a parte anterior informou como o próximo.',
  'invalid:format:not-allowed': '"format" deve ser "ndjson" ou "csv".',
  'invalid:query:unknown-field': 'O endereço tem um parâmetro que este endpoint não conhece.',
  'invalid:count:not-allowed': '"count" deve ser um número igual ou maior que 0.',
  'invalid:sort:not-allowed':
    '"sort" deve ser JSON, com "loginAt", "device.name", "device.os.name", "device.os.version", "_user.name" ou "_user.username", e 1 ou -1.',
  'invalid:parameter:not-allowed': 'O parâmetro "{field}" tem um valor que não é permitido.',
  'invalid:parameter:repeated': 'O parâmetro "{field}" deve aparecer uma só vez, como texto.',
  'invalid:parameter:too-long': 'O parâmetro "{field}" deve ter no máximo {maxSearchLength} caracteres.',
  'invalid:parameter:hidden-characters':
    'O parâmetro "{field}" não deve ter caracteres de controle, caracteres que mudam a direção da escrita nem caracteres corrompidos.',

  'setting:allowed_roles':
    'Funções permitidas: informe no máximo {maxRoles} IDs ou nomes de funções, separados por vírgulas.',
  'setting:without_challenge': 'Quando nenhum segundo fator é pedido: escolha "refuse" ou "allow".',
  'setting:workspace_url':
    'Endereço do workspace: deixe vazio ou informe um endereço como https://chat.example.com, sem senha, "?" ou "#".',
  'setting:timeout_seconds': 'Tempo limite: informe um número inteiro de segundos, de {minSeconds} a {maxSeconds}.',
  'setting:password_in_chat': 'Senhas no chat: ative ou desative.',
  'setting:connection_hours': 'Duração da conexão: informe um número inteiro de horas, de 1 a {maxHours}.',
  'setting:tell_person': 'Avisar a pessoa: ative ou desative.',
  'setting:tell_who': 'Dizer quem e por quê: ative ou desative.',
  'setting:security_room': 'Sala de segurança: informe o nome ou o ID de uma sala que exista, ou deixe vazio.',
  'setting:security_room:read-only':
    'Sala de segurança: esta sala é somente leitura e o aplicativo não poderia escrever nela. Escolha outra.',
  'setting:security_room:archived':
    'Sala de segurança: esta sala está arquivada e ninguém veria o que for publicado nela. Escolha outra.',
  'setting:auditor_roles':
    'Funções de auditoria: informe no máximo {maxRoles} IDs ou nomes de funções, separados por vírgulas.',
  'setting:keep_days': 'Manter o registro: informe um número inteiro de dias, de 0 a {maxDays}.',

  'chat:error-unauthorized':
    'Você não pode fazer isso. Você precisa de uma função permitida nas configurações do aplicativo Session Logout e da permissão logout-device-management.',
  'chat:error-license-required':
    'Este workspace não tem licença para o gerenciamento de dispositivos, por isso não é possível listar nem encerrar sessões individuais. Nada foi alterado. Mesmo sem ela, você pode encerrar tudo de uma pessoa: `/logout-session @user`.',
  'chat:error-internal':
    'Algo deu errado no aplicativo. Veja aqui a última mensagem antes de tentar outra vez. Solicitação {request}.',
  'chat:invalid:sessionId':
    'Isto não é um ID de sessão. Um ID de sessão tem de 1 a {maxSessionIdLength} letras, números, "_" ou "-".',
  'chat:invalid:reason':
    'O motivo pode ter no máximo {maxReasonLength} caracteres, e nenhum que seja invisível ou mude a direção da escrita.',
  'chat:invalid:reason:looks-like-code':
    'O motivo parece um código ou é igual ao que você informou como código. Escreva o motivo com palavras. O que você digitou não foi registrado.',
  'chat:invalid:x-2fa-code':
    'Isto não pode ser um código. Um código tem no máximo {maxCodeLength} letras e números simples.',
  'chat:invalid:ip':
    'Isto não é um endereço IP. Escreva um endereço IPv4 ou IPv6, ou um intervalo como 203.0.113.0/24.',
  'chat:invalid:os':
    'O sistema buscado pode ter no máximo {maxSearchLength} caracteres, e nenhum que seja invisível ou mude a direção da escrita.',
  'chat:invalid:client':
    'O cliente buscado pode ter no máximo {maxSearchLength} caracteres, e nenhum que seja invisível ou mude a direção da escrita.',
  'chat:invalid:filter:looks-like-code':
    'O que você busca parece um código ou é igual ao que você digitou como código. Busque com outras palavras. O que você digitou não foi guardado.',
  'chat:invalid:filter':
    'O texto buscado pode ter no máximo {maxSearchLength} caracteres, e nenhum que seja invisível ou mude a direção da escrita.',
  'chat:invalid:loginAfter':
    'Isto não é uma data nem um horário para `after:`. Escreva, por exemplo, 2026-11-01, 2026-11-01T12:30, today, yesterday, ou há quanto tempo: 3h, 2d, 1w.',
  'chat:invalid:loginBefore':
    'Isto não é uma data nem um horário para `before:`. Escreva, por exemplo, 2026-11-01, 2026-11-01T12:30, today, yesterday, ou há quanto tempo: 3h, 2d, 1w.',
  'chat:totp-max-attempts':
    'Houve tentativas demais com código incorreto, então o workspace não aceita mais este código. Nada foi encerrado. Digite o comando outra vez para receber um novo código.',
  'chat:help':
    'Encerre a sessão de outra pessoa, com o seu próprio segundo fator:\n`/logout-session <ID da sessão> [motivo]` – encerrar esta sessão\n`/logout-session @user [motivo]` – as sessões desta pessoa\n`/logout-session` – um formulário para procurar sessões\n`/logout-session find windows @user ip:203.0.113.0/24 os:windows client:mobile after:yesterday before:2026-11-01 [--reason "…"]` – o mesmo em uma linha, com qualquer um destes dados\n`/logout-session connect` – permitir que o aplicativo aja em seu nome por tempo limitado\n`/logout-session disconnect` – retirar essa permissão\n`/logout-session status` – se você pode usar isto e até quando sua conexão está ativa\n`/logout-session log [@user] [today|7d|30d] [failed]` – o que foi feito com este aplicativo, por quem e como terminou\n`/logout-session unlock @user` – liberar alguém bloqueado por códigos incorretos\n`/logout-session help` – este texto\nSe o seu cliente do Rocket.Chat não consegue abrir caixas de diálogo: `/logout-session <ID da sessão> --code 123456 [--method totp] [--reason "…"]`, ou `--yes` onde nenhum código é pedido',
  'chat:unknown-word':
    'Isso não é um ID de sessão nem um dos comandos disponíveis aqui. Você quis dizer `/logout-session {nearest}`? Um ID de sessão tem 17 letras e números. Para ver as sessões de uma pessoa, digite `/logout-session @user`.',
  'chat:misplaced:option':
    'Uma das palavras parece uma opção, mas não é --code, --method nem --reason. Nada foi feito nem registrado. O ID da sessão vem primeiro: `/logout-session <ID da sessão> --code 123456`. Ou deixe o código de fora e informe-o na caixa de diálogo.',
  'chat:misplaced:digits':
    'Onde deveria haver um ID de sessão ou um motivo, há um número que pode ser um código. Nada foi feito nem registrado. Se for o seu código, digite `/logout-session <ID da sessão> --code 123456`, ou deixe-o de fora e informe-o na caixa de diálogo. Se for o seu motivo, digite `--reason "…"`.',
  'chat:misplaced:after-option':
    'Há palavras a mais depois de uma opção, ou dois motivos. Nada foi feito nem registrado. Coloque o motivo antes das opções, ou digite `--reason "…"`. Se o seu segundo fator é a sua senha, deixe --code de fora e informe a senha na caixa de diálogo.',
  'chat:misplaced:secret-word':
    'Ao lado de uma das palavras, como "código" ou "senha", pode haver um segredo. Nada foi feito nem registrado. Se for o seu código, digite `/logout-session <ID da sessão> --code 123456`, ou informe-o na caixa de diálogo. Uma senha só deve ser informada na caixa de diálogo. Se for o seu motivo, digite `--reason "…"`.',
  'chat:misplaced:option-twice':
    'Uma das opções aparece duas vezes. Nada foi feito nem registrado. Digite cada opção uma única vez, ou deixe --code de fora e informe o código na caixa de diálogo.',
  'chat:misplaced:code-with-search':
    'Uma busca não precisa de código na linha de comando e não encerra nada. Nada foi feito nem registrado. Deixe --code, --method e --yes de fora: a caixa de diálogo pedirá o código quando for preciso.',
  'chat:bad-filter:unknown':
    'Uma das palavras com dois-pontos não é um filtro. Nada foi feito nem registrado. Os filtros são `ip:`, `os:`, `client:`, `before:` e `after:`; uma pessoa se escreve como `@user`.',
  'chat:bad-filter:twice': 'O filtro {filter} aparece duas vezes. Nada foi feito nem registrado. Use-o uma única vez.',
  'chat:bad-filter:empty':
    'O filtro {filter} precisa de um valor. Nada foi feito nem registrado. Por exemplo: `/logout-session find os:windows after:yesterday`. Para ver as sessões de uma pessoa, digite `/logout-session @user`.',
  'chat:missing-value': 'Depois da opção --{option} é necessário um valor.',

  'chat:done': 'A sessão {session} foi encerrada em {time}.',
  'chat:failed': '{error} (Sessão {session}.)',
  'chat:code-needed:totp':
    'Para encerrar a sessão {session}, você precisa de um código do seu aplicativo de autenticação.',
  'chat:code-needed:email': 'Para encerrar a sessão {session}, você precisa do código que foi enviado para {address}.',
  'chat:code-needed:password': 'Para encerrar a sessão {session}, você precisa da sua senha.',
  'chat:code-missing': 'É preciso um código para encerrar a sessão {session}. Ela não foi encerrada.',
  'chat:confirm-needed':
    'O workspace não pede nenhum código. A sessão {session} será encerrada assim que você confirmar.',
  'chat:confirm-by-option':
    'O workspace não pede nenhum código. Para encerrar mesmo assim a sessão `{session}`, digite o comando outra vez com `--yes`.',
  'chat:slow':
    'O workspace está lento. Quando ele responder, uma mensagem aqui dirá como continuar com a sessão {session}.',
  'chat:slow-result': 'O workspace está lento. O resultado da sessão {session} aparecerá aqui.',
  'chat:request': 'Solicitação {request}',
  'chat:code-by-option':
    'Digite o comando outra vez com o código: `/logout-session {session} --code <código> --method {method}`',
  'chat:code-incorrect': 'O código para a sessão {session} está incorreto. A sessão não foi encerrada.',
  'chat:connect-first': 'Para encerrar a sessão {session}, primeiro permita que o aplicativo aja em seu nome.',
  'chat:connect-again':
    'Sua conexão terminou. Para encerrar a sessão {session}, permita outra vez que o aplicativo aja em seu nome.',
  'chat:connect-here': 'Abra este endereço no seu navegador em até {linkMinutes} minutos: {url}',
  'chat:connected': 'Sua conexão está ativa até {time}.',
  'chat:connected-go-on': 'Sua conexão está ativa até {time}. Você ia encerrar a sessão {session}.',
  'chat:not-connected': 'Você não tem uma conexão ativa.',
  'chat:disconnected': 'O aplicativo não age mais em seu nome.',
  'chat:role-allowed': 'Uma das suas funções permite que você use isto.',
  'chat:role-not-allowed':
    'Você não pode usar isto: nenhuma das suas funções é permitida nas configurações do aplicativo.',

  'setup:settings:ok': 'Configurações: podem ser lidas.',
  'setup:settings:unreadable':
    'Configurações: pelo menos uma não pode ser lida. Abra as configurações do aplicativo e salve-as de novo.',
  'setup:workspace:ok': 'Endereço do workspace: um workspace responde.',
  'setup:workspace:unreachable':
    'Endereço do workspace: nada responde lá. Informe um que o próprio servidor alcance, como http://localhost:3000.',
  'setup:workspace:slow':
    'Endereço do workspace: não houve resposta a tempo. Verifique a carga do servidor ou aumente o tempo limite.',
  'setup:workspace:no-workspace':
    'Endereço do workspace: o que responde lá não é o Rocket.Chat, ou redireciona. Informe o endereço final.',
  'setup:workspace:unknown': 'Endereço do workspace: não foi possível verificar.',
  'setup:site:ok': 'URL do site: leva a este workspace.',
  'setup:site:unreachable': 'URL do site: este aplicativo não responde lá. Corrija a URL do site ou o proxy reverso.',
  'setup:site:not-from-here':
    'URL do site: o próprio servidor não a alcança, por isso não foi possível verificar. Atrás de alguns proxies isso é normal.',
  'setup:site:elsewhere': 'URL do site: leva a outro workspace. Corrija a URL do site.',
  'setup:site:unknown': 'URL do site: não foi possível verificar.',
  'setup:licence:ok': 'Licença: o workspace tem uma.',
  'setup:licence:none':
    'Licença: o workspace não tem nenhuma para o gerenciamento de dispositivos, por isso não é possível listar nem encerrar sessões individuais. Ainda é possível encerrar tudo de uma pessoa.',
  'setup:licence:unknown': 'Licença: não foi possível verificar.',
  'setup:permission:ok': 'Permissão logout-device-management: você a tem.',
  'setup:permission:missing': 'Permissão logout-device-management: você não a tem. Atribua-a a uma das suas funções.',
  'setup:permission:unknown': 'Permissão logout-device-management: não foi possível verificar.',
  'setup:second-factor:ok': 'Segundo fator: o workspace pede um a você.',
  'setup:second-factor:not-demanded':
    'Segundo fator: o workspace não pediria nenhum a você, por isso o aplicativo recusa a ação. Ative a autenticação de dois fatores ou use um token que não a ignore.',
  'setup:second-factor:not-demanded-allowed':
    'Segundo fator: o workspace não pediria nenhum a você, e as configurações do aplicativo permitem isso.',
  'setup:second-factor:none-set-up':
    'Segundo fator: você não configurou nem um aplicativo de autenticação nem códigos por e-mail. Configure um deles na sua conta.',
  'setup:second-factor:unknown': 'Segundo fator: não foi possível verificar.',
  'setup:oauth-client:ok': 'Cliente OAuth “Session Logout”: existe e está ativo.',
  'setup:oauth-client:missing':
    'Cliente OAuth “Session Logout”: não existe. Um novo é criado na próxima vez que alguém se conectar; todos os outros precisam se conectar de novo.',
  'setup:oauth-client:disabled':
    'Cliente OAuth “Session Logout”: está desativado. Ative-o em “Third-party login” (login de terceiros).',
  'setup:oauth-client:elsewhere':
    'Cliente OAuth “Session Logout”: leva de volta a outro endereço. Isso é corrigido na próxima vez que alguém se conectar.',
  'setup:oauth-client:unknown': 'Cliente OAuth “Session Logout”: não foi possível verificar.',
  'setup:room:ok': 'Sala de segurança: o aplicativo pode escrever nela.',
  'setup:room:none': 'Sala de segurança: nenhuma está definida.',
  'setup:room:missing': 'Sala de segurança: essa sala não existe. Informe outra nas configurações do aplicativo.',
  'setup:room:archived': 'Sala de segurança: está arquivada. Informe outra nas configurações do aplicativo.',
  'setup:room:read-only':
    'Sala de segurança: é somente leitura, por isso o aplicativo não pode escrever nela. Mude a sala ou informe outra nas configurações do aplicativo.',
  'setup:room:unknown': 'Sala de segurança: não foi possível verificar.',
  'setup:retention:ok': 'Limpeza do registro: foi executada hoje ou ontem.',
  'setup:retention:for-good': 'Limpeza do registro: desativada, tudo é mantido.',
  'setup:retention:not-yet': 'Limpeza do registro: ainda não foi executada. Será na próxima hora cheia.',
  'setup:retention:late':
    'Limpeza do registro: está atrasada. O aplicativo estava desligado? Ela será feita na próxima hora cheia.',
  'setup:retention:failed':
    'Limpeza do registro: falhou. Será tentada de novo na próxima hora cheia; veja o log do aplicativo.',
  'setup:retention:unknown': 'Limpeza do registro: não foi possível verificar.',
  'setup:title': 'Configuração geral:',
  'setup:connect-first':
    'Digite `/logout-session connect` para que a licença, a permissão e o segundo fator também sejam verificados.',

  'button:go-on': 'Continuar',
  'button:enter-code': 'Informar o código',
  'button:try-again': 'Tentar outra vez',
  'button:connect': 'Conectar',

  'modal:title': 'Encerrar uma sessão',
  'modal:session': 'A sessão {session} será encerrada. O dispositivo dela é desconectado na hora.',
  'modal:reason': 'Motivo (para o registro)',
  'modal:log-out': 'Encerrar a sessão',
  'modal:cancel': 'Cancelar',
  'modal:close': 'Fechar',
  'modal:no-code': 'O workspace não pede um código a você, e as configurações do aplicativo permitem isso.',
  'modal:code:totp': 'Código do seu aplicativo de autenticação',
  'modal:code:email': 'Código do seu e-mail',
  'modal:code:password': 'Sua senha (pode ser lida aqui enquanto você a digita)',
  'modal:mailed': 'Enviamos um código para {address}.',
  'modal:mailed-before': 'Um código já foi enviado antes para {address} e ainda é válido.',
  'modal:send-again': 'Enviar outra vez',
  'modal:code-incorrect': 'Este código está incorreto.',
  'modal:code-incorrect-tries': 'Este código está incorreto. Tentativas restantes: no máximo {tries}.',
  'modal:code-incorrect-mailed': 'Este código não é mais válido. Enviamos um novo para {address}.',
  'modal:code-empty': 'Informe o código.',
  'modal:slow': 'O workspace está lento. O resultado aparecerá no chat. Você pode fechar esta caixa de diálogo.',
  'modal:connect-title': 'Conectar o Session Logout',
  'modal:connect':
    'Para encerrar sessões, o aplicativo age em seu nome. O navegador vai perguntar uma única vez se o aplicativo pode fazer isso por {hours} h. O segundo fator continua sendo pedido todas as vezes.',
  'modal:connect-button': 'Abrir a página de consentimento',
  'modal:connect-note': 'O link funciona uma única vez, por {linkMinutes} minutos.',

  'ago:minutes': 'há {count} min',
  'ago:hours': 'há {count} h',
  'ago:days': 'há {count} d',
  'search:about': 'Busca de sessões',
  'search:about-person': 'Sessões de {person}',
  'search:code-needed:totp': 'Você precisa de um código do seu aplicativo de autenticação. ({about}.)',
  'search:code-needed:email': 'Você precisa do código enviado para {address}. ({about}.)',
  'search:code-needed:password': 'Você precisa da sua senha. ({about}.)',
  'search:code-missing': 'É preciso um código. Nada foi feito. ({about}.)',
  'search:code-incorrect': 'Este código está incorreto. Nada foi feito. ({about}.)',
  'search:confirm-needed': 'O workspace não pede código. Clique no botão para continuar. ({about}.)',
  'search:slow': 'O workspace está lento. Quando ele responder, uma mensagem aqui dirá como continuar. ({about}.)',
  'search:slow-result': 'O workspace está lento. O resultado aparecerá aqui. ({about}.)',
  'search:progress': 'Sessões encerradas até agora: {count}. O resultado aparecerá aqui. ({about}.)',
  'search:connect-first': 'Primeiro permita que o aplicativo aja em seu nome. ({about}.)',
  'search:connect-again': 'Sua conexão terminou. Permita outra vez que o aplicativo aja em seu nome. ({about}.)',
  'search:connected-go-on': 'Sua conexão está ativa até {time}. Agora você pode continuar. ({about}.)',
  'search:failed': '{error} ({about}.)',
  'search:found': 'Sessões encontradas: {count}. ({about}.)',
  'search:none': 'Nenhuma sessão foi encontrada. ({about}.)',
  'search:none-incomplete':
    'Nenhuma sessão foi encontrada, mas a busca não percorreu todas. Busque as de uma só pessoa ou tente novamente. ({about}.)',
  'search:person-unknown': 'Não há usuário com esse nome. Informe o nome de usuário como aparece depois do @.',
  'search:person-unknown-nearest': 'Não há usuário com esse nome. Você quis dizer {people}?',
  'search:needs-dialog':
    'Uma busca precisa de uma caixa de diálogo, e este cliente não consegue abri-la. Use um cliente web ou encerre uma sessão pelo ID: `/logout-session <ID da sessão> --code 123456`.',
  'search:title': 'Buscar sessões',
  'search:submit': 'Continuar',
  'search:form': 'Quais sessões você procura? Preencha o que souber e deixe o resto vazio.',
  'search:of-person': 'Sessões de {person}.',
  'search:of-query': 'As sessões que correspondem à sua busca.',
  'search:asked-before': 'O workspace pede o seu segundo fator antes de mostrá-las.',
  'search:field:person': 'Nome de usuário',
  'search:field:words': 'Dispositivo, sistema ou outras palavras',
  'search:field:address': 'Endereço ou intervalo, como 203.0.113.0/24',
  'search:field:after': 'Login a partir de, como 2026-11-01 ou yesterday',
  'search:field:before': 'Login antes de',
  'search:what': 'O que você quer fazer?',
  'search:what:choose': 'Mostrar as sessões para eu escolher',
  'search:what:all': 'Encerrar todas as sessões da lista',
  'search:what:everything': 'Encerrar tudo desta pessoa',
  'search:what-note':
    '“Tudo” também encerra acessos de scripts e exclui tokens de acesso pessoal. Exige a permissão logout-other-user. Tokens de aplicativos OAuth continuam válidos.',
  'search:what-note-mailed':
    'Seus códigos chegam por e-mail e cada um vale uma vez, por isso um só não encerra todas as sessões da lista. “Tudo” exige um único código: também encerra acessos de scripts e exclui tokens de acesso pessoal. Exige a permissão logout-other-user. Tokens de aplicativos OAuth continuam válidos.',
  'everything:about': 'Tudo de {person}',
  'everything:title': 'Encerrar tudo',
  'everything:submit': 'Encerrar tudo',
  'everything:unlicensed':
    'Este workspace não tem licença para o gerenciamento de dispositivos, por isso não é possível mostrar as sessões de {person} uma a uma. Mas você pode encerrar tudo de {person} de uma vez: todos os dispositivos são desconectados, os acessos de scripts são encerrados e os tokens de acesso pessoal são excluídos. Os tokens de aplicativos OAuth continuam válidos.',
  'everything:error-unauthorized':
    'Você não pode fazer isso. Você precisa de uma função permitida nas configurações do aplicativo Session Logout e da permissão logout-other-user, além de logout-device-management ou create-personal-access-tokens.',
  'choice:title': 'Escolher sessões',
  'choice:submit': 'Encerrar as sessões',
  'choice:found': 'Sessões encontradas: {count}, as mais recentes primeiro.',
  'choice:found-of-person': 'Sessões de {person}: {count}, as mais recentes primeiro.',
  'choice:more': 'Aqui estão as {maxToChooseFrom} mais recentes; há mais {rest}. Restrinja a busca para vê-las.',
  'choice:incomplete': 'A busca não percorreu tudo: verificou {looked} sessões. Pode haver mais.',
  'choice:which': 'Quais delas?',
  'choice:which:chosen': 'Só as escolhidas abaixo',
  'choice:which:all': 'Todas as encontradas ({count})',
  'choice:which:all-others': 'Todas as encontradas, menos as suas ({count})',
  'choice:sessions': 'Sessões a encerrar',
  'choice:session': 'Sessão a encerrar (um código por e-mail encerra uma)',
  'choice:placeholder': 'Escolher',
  'choice:you': 'você',
  'choice:unknown-device': 'dispositivo desconhecido',
  'choice:logged-in': 'entrou em {time}, {ago}',
  'choice:what-a-row-is':
    'Cada linha é um login. Navegadores fechados continuam na lista por até 45 dias e parecem iguais. Encerrar um login feito com um token de acesso pessoal exclui esse token.',
  'batch:all-ended': 'Sessões encerradas em {time}: {count}. ({about}.)',
  'batch:some-ended': 'Sessões encerradas em {time}: {gone} de {count}. ({about}.)',
  'batch:everything-ended':
    'Tudo desta pessoa foi encerrado em {time}: todos os dispositivos, acessos de scripts e tokens de acesso pessoal. Tokens de aplicativos OAuth continuam válidos. ({about}.)',
  'batch:everything-ended-not-listed':
    'Tudo desta pessoa foi encerrado em {time}: todos os dispositivos, acessos de scripts e tokens de acesso pessoal. Tokens de aplicativos OAuth continuam válidos. Não foi possível remover algumas sessões da lista. ({about}.)',
  'batch:stopped': 'Parou antes do fim: {error}',
  'batch:incomplete':
    'Não foi possível ler a lista até o fim, então pode haver mais sessões. Repita a operação para encerrar essas também.',
  'batch:stopped:error-too-many-requests':
    'O workspace permite a quem não tem a permissão api-bypass-rate-limit apenas algumas chamadas por minuto, divididas entre todos os que usam o aplicativo. Espere {seconds} segundos e depois tente as outras de novo.',
  'batch:stopped:error-workspace-timeout': 'O tempo para uma etapa acabou.',
  'batch:stopped:error-audit-unavailable': 'Não foi possível registrar o resultado de uma sessão.',
  'batch:stopped:totp-max-attempts':
    'Houve tentativas demais com código incorreto, então o workspace não aceita mais este código. Para as outras, você precisa de um novo.',
  'batch:ended': 'Encerradas ({count}): {sessions}',
  'batch:already-gone': 'Já não existiam ({count}): {sessions}',
  'batch:refused': 'Recusadas ({count}): {sessions}',
  'batch:failed': 'Com falha ({count}): {sessions}',
  'batch:not-begun': 'Não iniciadas ({count}): {sessions}',
  'batch:unknown': 'Talvez encerradas, não veio resposta clara ({count}): {sessions}',
  'batch:more': 'e mais {count}, que estão no registro',
  'alarm:person:ended': 'Você foi desconectado em {time}. Dispositivos ({count}): {devices}',
  'alarm:person:unknown':
    'Talvez você tenha sido desconectado em {time}; não veio uma resposta clara. Dispositivos ({count}): {devices}',
  'alarm:person:everything:ended':
    'Todos os seus dispositivos foram desconectados em {time}. Os acessos de scripts e os seus tokens de acesso pessoal também foram encerrados.',
  'alarm:person:everything:unknown':
    'Talvez todos os seus dispositivos tenham sido desconectados em {time}, e os acessos de scripts e os seus tokens de acesso pessoal encerrados; não veio uma resposta clara.',
  'alarm:person:advice':
    'Se você não esperava por isso, troque a sua senha e avise os administradores deste workspace. Para continuar a usar um dispositivo, faça login nele de novo.',
  'alarm:by': 'Por {who}.',
  'alarm:reason': 'Motivo: {reason}',
  'alarm:more': 'e mais {count}',
  'alarm:unknown-person': 'pessoa desconhecida',
  'alarm:count:ended': 'encerradas: {count}',
  'alarm:count:unknown': 'talvez encerradas: {count}',
  'alarm:count:already-gone': 'já não existiam: {count}',
  'alarm:count:refused': 'recusadas: {count}',
  'alarm:count:failed': 'com falha: {count}',
  'alarm:count:not-begun': 'não iniciadas: {count}',
  'alarm:room:ended': '{time}: {who} encerrou sessões de {whom} ({results}).',
  'alarm:room:everything':
    '{time}: {who} encerrou tudo de {whom}, incluindo os tokens de acesso pessoal (sessões da lista: {results}).',
  'alarm:room:lockout': '{time}: {who} está com o acesso bloqueado até {until} por excesso de códigos incorretos.',
  'alarm:room:summary':
    'De {from} a {to}: {count} encerramentos ({results}). Por {who}. Sessões de {whom}. O registro tem cada um deles.',
  'alarm:room:lockouts':
    'De {from} a {to}: {count} bloqueios por excesso de códigos incorretos. Acesso bloqueado: {who}.',
  'button:choose': 'Escolher',
  'button:try-others': 'Tentar as outras novamente',
  'chat:invalid:sessionIds:missing': 'Escolha pelo menos uma sessão. As suas próprias não fazem parte de “todas”.',
  'invalid:sessionIds:not-listed': '"sessionIds" deve citar sessões da lista.',
  'chat:invalid:sessionIds:not-listed': 'Uma das sessões não estava na lista. Nada foi encerrado. Busque novamente.',

  'chat:bad-log':
    '`log` aceita uma pessoa, um período (`today`, `7d` ou `30d`) e `failed`, cada um uma vez. Nada foi feito. Por exemplo: `/logout-session log @alice 7d failed`.',
  'chat:unlock-whom': 'Indique uma pessoa: `/logout-session unlock @user`. Nada foi feito.',
  'chat:needs-dialog': 'Isso precisa de uma caixa de diálogo, e este cliente não consegue abri-la. Use um cliente web.',
  'chat:invalid:username:not-allowed':
    'Você não pode liberar o seu próprio acesso. Peça a outra pessoa que possa usar este aplicativo.',
  'unlock:title': 'Liberar alguém',
  'unlock:ask':
    'Códigos incorretos bloqueiam o acesso a este aplicativo por um tempo. Os códigos incorretos de {person} serão esquecidos, e a pessoa poderá usá-lo de novo imediatamente.',
  'unlock:submit': 'Liberar',
  'unlock:about': 'Bloqueio de {person}',
  'unlock:done': '{person} pode usar este aplicativo de novo.',
  'unlock:was-not-locked-out': '{person} não estava com o acesso bloqueado. Os códigos incorretos foram esquecidos.',
  'record:title': 'O registro',
  'record:ask':
    'O workspace pede o seu segundo fator antes de mostrar o registro. Essa consulta também fica registrada.',
  'record:submit': 'Mostrar o registro',
  'record:about': 'O registro',
  'record:shown': 'Entradas nesta página: {count}. ({about}.)',
  'record:newest-first': 'As mais recentes primeiro.',
  'record:of-person': 'De {person} ou sobre {person}, as mais recentes primeiro.',
  'record:since': 'Desde {time}.',
  'record:failed-only': 'Somente o que foi recusado ou falhou.',
  'record:none': 'Não há entradas.',
  'record:none-yet': 'Nada foi encontrado até agora. Clique em “Mais antigas” para continuar.',
  'record:times': '{count} vezes em um minuto',
  'record:sessions': 'sessões: {count}',
  'record:more-sessions': 'E mais {count}.',
  'record:action:logout': 'Encerrar uma sessão',
  'record:action:logout-many': 'Encerrar sessões',
  'record:action:logout-all': 'Encerrar todas as sessões de uma pessoa',
  'record:action:logout-everything': 'Encerrar tudo de uma pessoa',
  'record:action:list': 'Procurar sessões',
  'record:action:connect': 'Conectar-se',
  'record:action:disconnect': 'Desconectar-se',
  'record:action:status': 'Ver o status',
  'record:action:read-log': 'Ler o registro',
  'record:action:lockout': 'Bloqueio após códigos incorretos',
  'record:action:unlock': 'Liberar alguém',
  'record:result:done': 'feito',
  'record:result:partly-done': 'feito em parte',
  'record:result:cancelled': 'cancelado',
  'record:result:unknown': 'desconhecido: pode ter acontecido',
  'record:result:totp-required': 'código solicitado',
  'record:result:totp-invalid': 'código incorreto',
  'record:result:error-confirmation-needed': 'confirmação solicitada',
  'record:result:other': 'não feito ({result})',
  'record:session:ended': 'encerrada',
  'record:session:already-gone': 'já não existia',
  'record:session:refused': 'recusada',
  'record:session:failed': 'falhou',
  'record:session:not-begun': 'não iniciada',
  'record:session:unknown': 'desconhecido',
  'record:via:api': 'API',
  'record:via:command': 'comando',
  'record:via:modal': 'caixa de diálogo',
  'record:via:browser': 'navegador',
  'record:field:time': 'Data e hora',
  'record:field:caller': 'Quem (funções)',
  'record:field:action': 'O quê',
  'record:field:result': 'Resultado',
  'record:field:times': 'Vezes em um minuto',
  'record:field:person': 'Sobre',
  'record:field:device': 'Dispositivo',
  'record:field:session': 'ID da sessão',
  'record:field:reason': 'Motivo',
  'record:field:other-account': 'Conta que deu o consentimento',
  'record:field:second-factor': 'Segundo fator',
  'record:field:workspace-status': 'Status da última resposta do workspace',
  'record:field:via': 'Por meio de',
  'record:field:request': 'Solicitação',
  'button:show': 'Mostrar',
  'button:details': 'Detalhes',
  'button:older': 'Mais antigas',
  'button:newer': 'Mais recentes',
  'button:back': 'Voltar',

  'page:title': 'Session Logout',
  'page:connected': 'Sua conexão está ativa. Você pode fechar esta aba e voltar ao Rocket.Chat.',
  'page:failed-title': 'A conexão não foi feita',
};
