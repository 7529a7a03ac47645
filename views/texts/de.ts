import type { Catalogue } from './catalogue';

/** The texts people read, in German. */
export const de: Catalogue = {
  'error-not-logged-in': 'Dafür müssen Sie angemeldet sein.',
  'error-account-deactivated': 'Ihr Konto ist deaktiviert, deshalb wurde nichts ausgeführt.',
  'error-unauthorized': 'Ihnen fehlt die Berechtigung für diese Aktion.',
  'error-locked-out':
    'Von Ihrem Konto kamen innerhalb von {lockoutMinutes} Minuten {maxIncorrectCodes} falsche Codes. Diese App ist deshalb bis {time} für Sie gesperrt. Es wurde nichts geändert. Eine andere Person mit einer erlaubten Rolle kann die Sperre früher aufheben.',
  'invalid-params': 'Die Anfrage ist ungültig.',
  'totp-required': 'Ein Code ist nötig.',
  'totp-invalid': 'Dieser Code ist falsch.',
  'totp-max-attempts': 'Der Code war zu oft falsch. Fordern Sie einen neuen an und versuchen Sie es noch einmal.',
  'error-2fa-not-enforced':
    'Der Arbeitsbereich hat keinen zweiten Faktor verlangt, deshalb wurde nichts ausgeführt. Richten Sie für Ihr Konto die Zwei-Faktor-Authentifizierung ein und verwenden Sie kein Token, das sie umgeht. Ein Admin kann auch „Wenn kein zweiter Faktor verlangt wird“ auf „Trotzdem abmelden“ stellen.',
  'error-session-not-found':
    'Es gibt keine Sitzung mit dieser ID. Vielleicht ist sie abgelaufen. Es wurde nichts geändert.',
  'error-user-not-found':
    'Es gibt niemanden mit diesem Benutzernamen oder dieser Benutzer-ID. Es wurde nichts geändert.',
  'error-license-required':
    'Dieser Arbeitsbereich hat keine Lizenz für die Geräteverwaltung, daher lassen sich einzelne Sitzungen weder auflisten noch beenden. Es wurde nichts geändert. Auch ohne sie können Sie alles von einer Person beenden: „sessions/logout.everything“.',
  'error-too-many-requests':
    'Zu viele Anfragen an den Arbeitsbereich. Es wurde nichts geändert. Versuchen Sie es in {seconds} Sekunden noch einmal.',
  'error-workspace-unreachable':
    'Die App konnte den Arbeitsbereich nicht erreichen. Es wurde nichts geändert. Ein Admin kann die Einstellung „Adresse des Arbeitsbereichs“ prüfen.',
  'error-workspace-invalid-response':
    'Der Arbeitsbereich gab eine Antwort, die die App nicht versteht. Es wurde nichts geändert. Ein Admin kann die Einstellung „Adresse des Arbeitsbereichs“ prüfen.',
  'error-workspace-timeout':
    'Der Arbeitsbereich hat nicht rechtzeitig geantwortet. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
  'error-outcome-unknown':
    'Die Abmeldung wurde abgeschickt, aber es kam keine klare Antwort. Vielleicht hat sie stattgefunden. Prüfen Sie das, bevor Sie es noch einmal versuchen.',
  'error-method-not-allowed': 'Diese Methode ist hier nicht erlaubt.',
  'error-one-code-per-session':
    'Der Arbeitsbereich schickt einen Code per E-Mail, der nur einmal gilt, und mit einem Zugriffstoken bräuchte jede Sitzung einen eigenen. Es wurde nichts geändert. Verwenden Sie eine Authenticator-App, rufen Sie die API mit „X-User-Id“ und „X-Auth-Token“ auf, oder beenden Sie eine Sitzung nach der anderen.',
  'error-settings-unreadable':
    'Die Einstellungen der App konnten nicht gelesen werden, deshalb wurde nichts ausgeführt. Ein Admin kann sie prüfen und noch einmal speichern.',
  'error-audit-unavailable':
    'Die App konnte ihre Aufzeichnungen nicht lesen oder speichern, deshalb wurde nichts ausgeführt. Versuchen Sie es noch einmal.',
  'error-not-connected': 'Die App darf noch nicht in Ihrem Namen handeln. Verbinden Sie sie zuerst.',
  'error-connection-ended': 'Ihre Verbindung ist beendet. Verbinden Sie sich noch einmal.',
  'error-oauth-client-disabled':
    'Ein Admin hat die OAuth-App „Session Logout“ dieses Arbeitsbereichs ausgeschaltet. Bitten Sie einen Admin, sie wieder einzuschalten.',
  'error-connect-link-invalid':
    'Dieser Link ist nicht mehr gültig. Er funktioniert einmal, {linkMinutes} Minuten lang, und nur solange Sie die Verbindung nicht trennen. Gehen Sie zurück zu Rocket.Chat und geben Sie /logout-session connect ein.',
  'error-connect-failed':
    'Der Arbeitsbereich hat die Verbindung mit der App nicht zugelassen. Gehen Sie zurück zu Rocket.Chat und geben Sie /logout-session connect ein, um es noch einmal zu versuchen.',
  'error-connect-wrong-account':
    'Im Browser sind Sie mit einem anderen Konto angemeldet als im Chat. Es wurde nichts verbunden. Melden Sie sich mit Ihrem eigenen Konto an und geben Sie noch einmal /logout-session connect ein.',
  'error-password-not-in-chat':
    'Ihr zweiter Faktor ist Ihr Passwort, und das wäre beim Eintippen hier auf dem Bildschirm zu lesen. Es wurde nichts geändert. Richten Sie für Ihr Konto eine Authenticator-App oder Codes per E-Mail ein, oder verwenden Sie die API der App. Ein Admin kann Passwörter auch in den Einstellungen der App erlauben.',
  'error-confirmation-needed': 'Bestätigen Sie die Abmeldung zuerst. Es wurde nichts geändert.',
  'error-request-expired':
    'Dieser Schritt wurde schon benutzt oder ist mehr als {pendingMinutes} Minuten alt, deshalb hat er nichts geändert. Sehen Sie sich hier die letzte Nachricht an, oder geben Sie den Befehl noch einmal ein.',
  'error-request-foreign': 'Dieser Schritt gehört jemand anderem. Es wurde nichts geändert.',
  'error-internal':
    'In der App ist etwas schiefgegangen, und es wurde nichts ausgeführt. Die Anfrage-ID führt zum Eintrag im Log.',

  'invalid:body:not-an-object': 'Der Body muss ein Objekt mit den Feldern dieses Endpunkts sein.',
  'invalid:body:unknown-field': 'Der Body hat ein Feld, das dieser Endpunkt nicht kennt.',
  'invalid:sessionId:missing': 'Der Body muss „sessionId“ enthalten.',
  'invalid:sessionId:not-allowed':
    '„sessionId“ muss ein Text aus 1 bis {maxSessionIdLength} Buchstaben, Ziffern, „_“ oder „-“ sein.',
  'invalid:sessionIds:missing': 'Der Body muss „sessionIds“ enthalten.',
  'invalid:sessionIds:not-allowed':
    '„sessionIds“ muss eine Liste mit mindestens einem Text aus 1 bis {maxSessionIdLength} Buchstaben, Ziffern, „_“ oder „-“ sein.',
  'invalid:sessionIds:too-many': '„sessionIds“ darf höchstens {maxBatch} Sitzungs-IDs enthalten.',
  'invalid:sessionIds:repeated': '„sessionIds“ darf keine Sitzungs-ID zweimal enthalten.',
  'invalid:userId:missing': 'Der Body muss entweder „userId“ oder „username“ enthalten.',
  'invalid:userId:not-allowed':
    '„userId“ muss ein Text aus 1 bis {maxSessionIdLength} Buchstaben, Ziffern, „.“, „_“ oder „-“ sein.',
  'invalid:username:not-allowed': '„username“ muss ein Text sein: ein Benutzername dieses Arbeitsbereichs.',
  'invalid:except:not-allowed': '„except“ muss eine Liste von Sitzungs-IDs sein.',
  'invalid:except:too-many': '„except“ darf höchstens {maxBatch} Sitzungs-IDs enthalten.',
  'invalid:except:repeated': '„except“ darf keine Sitzungs-ID zweimal enthalten.',
  'invalid:except:not-listed':
    '„except“ enthält eine Sitzungs-ID, die nicht in der Liste der Sitzungen dieser Person steht und darum nicht ausgenommen werden konnte. Es wurde nichts geändert. Eine Anmeldung kann mehrere IDs haben: Nehmen Sie die aus der Liste.',
  'invalid:reason:not-allowed': '„reason“ muss ein Text sein.',
  'invalid:reason:too-long': '„reason“ darf höchstens {maxReasonLength} Zeichen haben.',
  'invalid:reason:hidden-characters':
    '„reason“ darf keine Steuerzeichen, keine Zeichen, die die Schreibrichtung ändern, und keine fehlerhaften Zeichen enthalten.',
  'invalid:x-2fa-code:not-allowed':
    'Der Header „x-2fa-code“ muss reines ASCII sein und darf höchstens {maxCodeLength} Zeichen haben.',
  'invalid:ip:not-allowed': '„ip“ muss eine IPv4- oder IPv6-Adresse sein, oder ein Bereich wie 203.0.113.0/24.',
  'invalid:os:not-allowed':
    '„os“ muss ein Text mit 1 bis {maxSearchLength} Zeichen sein, ohne Zeichen, die unsichtbar sind oder die Schreibrichtung ändern.',
  'invalid:client:not-allowed':
    '„client“ muss ein Text mit 1 bis {maxSearchLength} Zeichen sein, ohne Zeichen, die unsichtbar sind oder die Schreibrichtung ändern.',
  'invalid:filter:not-allowed':
    '„filter“ muss ein Text mit 1 bis {maxSearchLength} Zeichen sein, ohne Zeichen, die unsichtbar sind oder die Schreibrichtung ändern.',
  'invalid:loginAfter:not-allowed':
    '„loginAfter“ muss ein Datum wie 2026-11-01 sein, ein Zeitpunkt wie 2026-11-01T12:30Z, „today“, „yesterday“ oder eine Angabe, wie lange es her ist: 3h, 2d, 1w.',
  'invalid:loginBefore:not-allowed':
    '„loginBefore“ muss ein Datum wie 2026-11-01 sein, ein Zeitpunkt wie 2026-11-01T12:30Z, „today“, „yesterday“ oder eine Angabe, wie lange es her ist: 3h, 2d, 1w.',

  'many:rate-limited':
    'Der Arbeitsbereich erlaubt allen ohne die Berechtigung api-bypass-rate-limit nur wenige Aufrufe pro Minute, die sich alle Nutzer der App teilen. Warten Sie, und senden Sie dann die übrigen Sitzungen.',
  'invalid:from:not-allowed': '„from“ muss ein Tag wie 2026-11-01 oder ein Zeitpunkt wie 2026-11-01T12:30Z sein.',
  'invalid:to:not-allowed':
    '„to“ muss ein Tag wie 2026-11-30 oder ein Zeitpunkt wie 2026-11-30T12:30Z sein und nach „from“ liegen.',
  'invalid:result:not-allowed': '„result“ muss ein Ergebnis aus dem Protokoll sein, oder „failed“ oder „unknown“.',
  'invalid:limit:not-allowed': '„limit“ muss eine ganze Zahl von 1 bis {maxPageEntries} sein.',
  'invalid:cursor:not-allowed': '„cursor“ muss der Wert sein, den der vorige Teil als nächsten genannt hat.',
  'invalid:format:not-allowed': '„format“ muss „ndjson“ oder „csv“ sein.',
  'invalid:query:unknown-field': 'Die Adresse hat einen Parameter, den dieser Endpunkt nicht kennt.',
  'invalid:count:not-allowed': '„count“ muss eine Zahl sein, die nicht kleiner als 0 ist.',
  'invalid:sort:not-allowed':
    '„sort“ muss JSON sein, mit „loginAt“, „device.name“, „device.os.name“, „device.os.version“, „_user.name“ oder „_user.username“ und 1 oder -1.',
  'invalid:parameter:not-allowed': 'Der Parameter „{field}“ hat einen Wert, der nicht erlaubt ist.',
  'invalid:parameter:repeated': 'Der Parameter „{field}“ darf nur einmal vorkommen, als Text.',
  'invalid:parameter:too-long': 'Der Parameter „{field}“ darf höchstens {maxSearchLength} Zeichen haben.',
  'invalid:parameter:hidden-characters':
    'Der Parameter „{field}“ darf keine Steuerzeichen, keine Zeichen, die die Schreibrichtung ändern, und keine fehlerhaften Zeichen enthalten.',

  'setting:allowed_roles':
    'Erlaubte Rollen: Geben Sie höchstens {maxRoles} IDs oder Namen von Rollen an, durch Kommas getrennt.',
  'setting:without_challenge': 'Wenn kein zweiter Faktor verlangt wird: Wählen Sie „refuse“ oder „allow“.',
  'setting:workspace_url':
    'Adresse des Arbeitsbereichs: Lassen Sie das Feld leer, oder geben Sie eine Adresse wie https://chat.example.com ein, ohne Passwort, „?“ oder „#“.',
  'setting:timeout_seconds': 'Zeitlimit: Geben Sie eine ganze Zahl von {minSeconds} bis {maxSeconds} Sekunden ein.',
  'setting:password_in_chat': 'Passwörter im Chat: Schalten Sie dies ein oder aus.',
  'setting:connection_hours': 'Dauer der Verbindung: Geben Sie eine ganze Zahl von 1 bis {maxHours} Stunden ein.',
  'setting:tell_person': 'Die Person benachrichtigen: Schalten Sie dies ein oder aus.',
  'setting:tell_who': 'Sagen, wer und warum: Schalten Sie dies ein oder aus.',
  'setting:security_room':
    'Sicherheitsraum: Geben Sie den Namen oder die ID eines vorhandenen Raums ein, oder lassen Sie das Feld leer.',
  'setting:security_room:read-only':
    'Sicherheitsraum: Dieser Raum ist schreibgeschützt, die App könnte dort nichts schreiben. Wählen Sie einen anderen.',
  'setting:security_room:archived':
    'Sicherheitsraum: Dieser Raum ist archiviert; was dort geschrieben wird, würde niemand sehen. Wählen Sie einen anderen.',
  'setting:auditor_roles':
    'Rollen für die Prüfung: Geben Sie höchstens {maxRoles} IDs oder Namen von Rollen an, durch Kommas getrennt.',
  'setting:keep_days': 'Protokoll aufbewahren: Geben Sie eine ganze Zahl von 0 bis {maxDays} Tagen ein.',

  'chat:error-unauthorized':
    'Das dürfen Sie nicht. Sie brauchen eine Rolle, die in den Einstellungen der App Session Logout erlaubt ist, und die Berechtigung logout-device-management.',
  'chat:error-license-required':
    'Dieser Arbeitsbereich hat keine Lizenz für die Geräteverwaltung, daher lassen sich einzelne Sitzungen weder auflisten noch beenden. Es wurde nichts geändert. Auch ohne sie können Sie alles von einer Person beenden: `/logout-session @user`.',
  'chat:error-internal':
    'In der App ist etwas schiefgegangen. Sehen Sie sich hier die letzte Nachricht an, bevor Sie es noch einmal versuchen. Anfrage {request}.',
  'chat:invalid:sessionId':
    'Das ist keine Sitzungs-ID. Eine Sitzungs-ID hat 1 bis {maxSessionIdLength} Buchstaben, Ziffern, „_“ oder „-“.',
  'chat:invalid:reason':
    'Der Grund darf höchstens {maxReasonLength} Zeichen haben, und keine, die unsichtbar sind oder die Schreibrichtung ändern.',
  'chat:invalid:reason:looks-like-code':
    'Der Grund sieht wie ein Code aus oder ist derselbe Text wie der eingegebene Code. Schreiben Sie den Grund in Worten. Ihre Eingabe wurde nicht protokolliert.',
  'chat:invalid:x-2fa-code':
    'Das kann kein Code sein. Ein Code hat höchstens {maxCodeLength} einfache Buchstaben und Ziffern.',
  'chat:invalid:ip':
    'Das ist keine IP-Adresse. Schreiben Sie eine IPv4- oder IPv6-Adresse, oder einen Bereich wie 203.0.113.0/24.',
  'chat:invalid:os':
    'Das gesuchte System darf höchstens {maxSearchLength} Zeichen haben, und keine, die unsichtbar sind oder die Schreibrichtung ändern.',
  'chat:invalid:client':
    'Der gesuchte Client darf höchstens {maxSearchLength} Zeichen haben, und keine, die unsichtbar sind oder die Schreibrichtung ändern.',
  'chat:invalid:filter:looks-like-code':
    'Was Sie suchen, sieht aus wie ein Code oder ist dasselbe wie der eingegebene Code. Suchen Sie mit anderen Wörtern. Ihre Eingabe wurde nicht gespeichert.',
  'chat:invalid:filter':
    'Der Suchtext darf höchstens {maxSearchLength} Zeichen haben, und keine, die unsichtbar sind oder die Schreibrichtung ändern.',
  'chat:invalid:loginAfter':
    'Das ist kein Datum und kein Zeitpunkt für `after:`. Schreiben Sie zum Beispiel 2026-11-01, 2026-11-01T12:30, today, yesterday, oder wie lange es her ist: 3h, 2d, 1w.',
  'chat:invalid:loginBefore':
    'Das ist kein Datum und kein Zeitpunkt für `before:`. Schreiben Sie zum Beispiel 2026-11-01, 2026-11-01T12:30, today, yesterday, oder wie lange es her ist: 3h, 2d, 1w.',
  'chat:totp-max-attempts':
    'Der Code war zu oft falsch, deshalb nimmt der Arbeitsbereich ihn nicht mehr an. Es wurde nichts beendet. Geben Sie den Befehl noch einmal ein, um einen neuen Code zu bekommen.',
  'chat:help':
    'Beenden Sie die Sitzung einer anderen Person, mit Ihrem eigenen zweiten Faktor:\n`/logout-session <Sitzungs-ID> [Grund]` – diese Sitzung beenden\n`/logout-session @user [Grund]` – die Sitzungen dieser Person\n`/logout-session` – ein Formular, um Sitzungen zu suchen\n`/logout-session find windows @user ip:203.0.113.0/24 os:windows client:mobile after:yesterday before:2026-11-01 [--reason "…"]` – dasselbe in einer Zeile, mit beliebigen dieser Angaben\n`/logout-session connect` – der App für begrenzte Zeit erlauben, in Ihrem Namen zu handeln\n`/logout-session disconnect` – diese Erlaubnis widerrufen\n`/logout-session status` – ob Sie das benutzen dürfen und bis wann Sie verbunden sind\n`/logout-session log [@user] [today|7d|30d] [failed]` – was mit dieser App getan wurde, von wem, und wie es ausging\n`/logout-session unlock @user` – die Sperre einer Person nach falschen Codes aufheben\n`/logout-session help` – dieser Text\nWenn Ihr Client keine Dialoge öffnen kann: `/logout-session <Sitzungs-ID> --code 123456 [--method totp] [--reason "…"]`, oder `--yes`, wo kein Code verlangt wird',
  'chat:unknown-word':
    'Das ist weder eine Sitzungs-ID noch einer der Befehle hier. Meinten Sie `/logout-session {nearest}`? Eine Sitzungs-ID hat 17 Buchstaben und Ziffern. Für die Sitzungen einer Person geben Sie `/logout-session @user` ein.',
  'chat:misplaced:option':
    'Eines der Wörter sieht wie eine Option aus, ist aber nicht --code, --method oder --reason. Es wurde nichts ausgeführt und nichts protokolliert. Die Sitzungs-ID kommt zuerst: `/logout-session <Sitzungs-ID> --code 123456`. Oder lassen Sie den Code weg und geben Sie ihn im Dialog ein.',
  'chat:misplaced:digits':
    'Wo eine Sitzungs-ID oder ein Grund stehen sollte, steht eine Zahl, die ein Code sein könnte. Es wurde nichts ausgeführt und nichts protokolliert. Wenn es Ihr Code ist, schreiben Sie `/logout-session <Sitzungs-ID> --code 123456`, oder lassen Sie ihn weg und geben Sie ihn im Dialog ein. Wenn es Ihr Grund ist, schreiben Sie `--reason "…"`.',
  'chat:misplaced:after-option':
    'Nach einer Option stehen noch weitere Wörter, oder es gibt zwei Gründe. Es wurde nichts ausgeführt und nichts protokolliert. Setzen Sie den Grund vor die Optionen, oder schreiben Sie `--reason "…"`. Wenn Ihr zweiter Faktor Ihr Passwort ist, lassen Sie --code weg und geben Sie das Passwort im Dialog ein.',
  'chat:misplaced:secret-word':
    'Neben einem der Wörter, etwa „Code“ oder „Passwort“, könnte ein Geheimnis stehen. Es wurde nichts ausgeführt und nichts protokolliert. Wenn es Ihr Code ist, schreiben Sie `/logout-session <Sitzungs-ID> --code 123456`, oder geben Sie ihn im Dialog ein. Ein Passwort gehört nur in den Dialog. Wenn es Ihr Grund ist, schreiben Sie `--reason "…"`.',
  'chat:misplaced:option-twice':
    'Eine der Optionen steht zweimal da. Es wurde nichts ausgeführt und nichts protokolliert. Schreiben Sie jede Option nur einmal, oder lassen Sie --code weg und geben Sie den Code im Dialog ein.',
  'chat:misplaced:code-with-search':
    'Eine Suche braucht keinen Code in der Befehlszeile und beendet nichts. Es wurde nichts ausgeführt und nichts protokolliert. Lassen Sie --code, --method und --yes weg: Der Dialog fragt nach dem Code, sobald er gebraucht wird.',
  'chat:bad-filter:unknown':
    'Eines der Wörter mit Doppelpunkt ist kein Filter. Es wurde nichts ausgeführt und nichts protokolliert. Die Filter sind `ip:`, `os:`, `client:`, `before:` und `after:`; eine Person schreibt man als `@user`.',
  'chat:bad-filter:twice':
    'Der Filter {filter} steht zweimal da. Es wurde nichts ausgeführt und nichts protokolliert. Verwenden Sie ihn nur einmal.',
  'chat:bad-filter:empty':
    'Der Filter {filter} braucht einen Wert. Es wurde nichts ausgeführt und nichts protokolliert. Zum Beispiel: `/logout-session find os:windows after:yesterday`. Für die Sitzungen einer Person geben Sie `/logout-session @user` ein.',
  'chat:missing-value': 'Nach der Option --{option} muss ein Wert stehen.',

  'chat:done': 'Die Sitzung {session} wurde am {time} beendet.',
  'chat:failed': '{error} (Sitzung {session}.)',
  'chat:code-needed:totp': 'Um die Sitzung {session} zu beenden, brauchen Sie einen Code aus Ihrer Authenticator-App.',
  'chat:code-needed:email':
    'Um die Sitzung {session} zu beenden, brauchen Sie den Code, der an {address} geschickt wurde.',
  'chat:code-needed:password': 'Um die Sitzung {session} zu beenden, brauchen Sie Ihr Passwort.',
  'chat:code-missing': 'Um die Sitzung {session} zu beenden, ist ein Code nötig. Sie wurde nicht beendet.',
  'chat:confirm-needed':
    'Der Arbeitsbereich verlangt keinen Code. Die Sitzung {session} wird beendet, sobald Sie es bestätigen.',
  'chat:confirm-by-option':
    'Der Arbeitsbereich verlangt keinen Code. Um die Sitzung `{session}` trotzdem zu beenden, geben Sie den Befehl noch einmal mit `--yes` ein.',
  'chat:slow':
    'Der Arbeitsbereich ist langsam. Sobald er geantwortet hat, sagt eine Nachricht hier, wie es mit der Sitzung {session} weitergeht.',
  'chat:slow-result': 'Der Arbeitsbereich ist langsam. Das Ergebnis für die Sitzung {session} folgt hier.',
  'chat:request': 'Anfrage {request}',
  'chat:code-by-option':
    'Geben Sie den Befehl noch einmal mit dem Code ein: `/logout-session {session} --code <Code> --method {method}`',
  'chat:code-incorrect': 'Der Code für die Sitzung {session} ist falsch. Die Sitzung wurde nicht beendet.',
  'chat:connect-first': 'Um die Sitzung {session} zu beenden, erlauben Sie der App zuerst, in Ihrem Namen zu handeln.',
  'chat:connect-again':
    'Ihre Verbindung ist beendet. Um die Sitzung {session} zu beenden, erlauben Sie der App noch einmal, in Ihrem Namen zu handeln.',
  'chat:connect-here': 'Öffnen Sie diese Adresse innerhalb von {linkMinutes} Minuten in Ihrem Browser: {url}',
  'chat:connected': 'Sie sind bis {time} verbunden.',
  'chat:connected-go-on': 'Sie sind bis {time} verbunden. Sie wollten gerade die Sitzung {session} beenden.',
  'chat:not-connected': 'Sie sind nicht verbunden.',
  'chat:disconnected': 'Die App handelt nicht mehr in Ihrem Namen.',
  'chat:role-allowed': 'Mit einer Ihrer Rollen dürfen Sie das benutzen.',
  'chat:role-not-allowed':
    'Sie dürfen das nicht benutzen: Keine Ihrer Rollen ist in den Einstellungen der App erlaubt.',

  'setup:settings:ok': 'Einstellungen: lesbar.',
  'setup:settings:unreadable':
    'Einstellungen: Mindestens eine ist nicht lesbar. Öffnen Sie die Einstellungen der App und speichern Sie sie noch einmal.',
  'setup:workspace:ok': 'Adresse des Arbeitsbereichs: Ein Arbeitsbereich antwortet.',
  'setup:workspace:unreachable':
    'Adresse des Arbeitsbereichs: Dort antwortet nichts. Geben Sie eine ein, die der Server selbst erreicht, zum Beispiel http://localhost:3000.',
  'setup:workspace:slow':
    'Adresse des Arbeitsbereichs: keine Antwort innerhalb der Frist. Prüfen Sie die Auslastung des Servers, oder erhöhen Sie das Zeitlimit.',
  'setup:workspace:no-workspace':
    'Adresse des Arbeitsbereichs: Was dort antwortet, ist nicht Rocket.Chat, oder es leitet weiter. Geben Sie die endgültige Adresse ein.',
  'setup:workspace:unknown': 'Adresse des Arbeitsbereichs: ließ sich nicht prüfen.',
  'setup:site:ok': 'Website-URL: führt zu diesem Arbeitsbereich.',
  'setup:site:unreachable':
    'Website-URL: Diese App antwortet dort nicht. Korrigieren Sie die Website-URL oder den Reverse-Proxy.',
  'setup:site:not-from-here':
    'Website-URL: Der Server selbst erreicht sie nicht, daher ließ sie sich nicht prüfen. Hinter manchen Proxys ist das normal.',
  'setup:site:elsewhere': 'Website-URL: Sie führt zu einem anderen Arbeitsbereich. Korrigieren Sie die Website-URL.',
  'setup:site:unknown': 'Website-URL: ließ sich nicht prüfen.',
  'setup:licence:ok': 'Lizenz: Der Arbeitsbereich hat eine.',
  'setup:licence:none':
    'Lizenz: Der Arbeitsbereich hat keine für die Geräteverwaltung, daher lassen sich einzelne Sitzungen weder auflisten noch beenden. Alles von einer Person lässt sich trotzdem beenden.',
  'setup:licence:unknown': 'Lizenz: ließ sich nicht prüfen.',
  'setup:permission:ok': 'Berechtigung logout-device-management: Sie haben sie.',
  'setup:permission:missing':
    'Berechtigung logout-device-management: Sie haben sie nicht. Geben Sie sie einer Ihrer Rollen.',
  'setup:permission:unknown': 'Berechtigung logout-device-management: ließ sich nicht prüfen.',
  'setup:second-factor:ok': 'Zweiter Faktor: Der Arbeitsbereich verlangt von Ihnen einen.',
  'setup:second-factor:not-demanded':
    'Zweiter Faktor: Der Arbeitsbereich würde von Ihnen keinen verlangen, daher lehnt die App ab. Schalten Sie die Zwei-Faktor-Authentifizierung ein, oder verwenden Sie ein Token, das sie nicht überspringt.',
  'setup:second-factor:not-demanded-allowed':
    'Zweiter Faktor: Der Arbeitsbereich würde von Ihnen keinen verlangen, und die Einstellungen der App lassen das zu.',
  'setup:second-factor:none-set-up':
    'Zweiter Faktor: Sie haben weder eine Authenticator-App noch Codes per E-Mail eingerichtet. Richten Sie eines davon in Ihrem Konto ein.',
  'setup:second-factor:unknown': 'Zweiter Faktor: ließ sich nicht prüfen.',
  'setup:oauth-client:ok': 'OAuth-Client „Session Logout“: vorhanden und aktiv.',
  'setup:oauth-client:missing':
    'OAuth-Client „Session Logout“: nicht vorhanden. Er wird neu angelegt, sobald sich wieder jemand verbindet; alle anderen müssen sich neu verbinden.',
  'setup:oauth-client:disabled':
    'OAuth-Client „Session Logout“: ausgeschaltet. Schalten Sie ihn unter „Third-party login“ (Anmeldung über Drittanbieter) ein.',
  'setup:oauth-client:elsewhere':
    'OAuth-Client „Session Logout“: Er führt zu einer anderen Adresse zurück. Er wird berichtigt, sobald sich wieder jemand verbindet.',
  'setup:oauth-client:unknown': 'OAuth-Client „Session Logout“: ließ sich nicht prüfen.',
  'setup:room:ok': 'Sicherheitsraum: Die App kann dort schreiben.',
  'setup:room:none': 'Sicherheitsraum: Es ist keiner eingestellt.',
  'setup:room:missing':
    'Sicherheitsraum: Diesen Raum gibt es nicht. Geben Sie in den Einstellungen der App einen anderen ein.',
  'setup:room:archived':
    'Sicherheitsraum: Er ist archiviert. Geben Sie in den Einstellungen der App einen anderen ein.',
  'setup:room:read-only':
    'Sicherheitsraum: Er ist schreibgeschützt, daher kann die App dort nicht schreiben. Ändern Sie den Raum, oder geben Sie in den Einstellungen der App einen anderen ein.',
  'setup:room:unknown': 'Sicherheitsraum: ließ sich nicht prüfen.',
  'setup:retention:ok': 'Aufräumen des Protokolls: lief heute oder gestern.',
  'setup:retention:for-good': 'Aufräumen des Protokolls: aus, alles bleibt erhalten.',
  'setup:retention:not-yet': 'Aufräumen des Protokolls: lief noch nicht. Es beginnt zur nächsten vollen Stunde.',
  'setup:retention:late':
    'Aufräumen des Protokolls: überfällig. War die App aus? Es wird zur nächsten vollen Stunde nachgeholt.',
  'setup:retention:failed':
    'Aufräumen des Protokolls: fehlgeschlagen. Es wird zur nächsten vollen Stunde noch einmal versucht; sehen Sie im Log der App nach.',
  'setup:retention:unknown': 'Aufräumen des Protokolls: ließ sich nicht prüfen.',
  'setup:title': 'Einrichtung:',
  'setup:connect-first':
    'Geben Sie `/logout-session connect` ein, damit auch Lizenz, Berechtigung und zweiter Faktor geprüft werden.',

  'button:go-on': 'Weiter',
  'button:enter-code': 'Code eingeben',
  'button:try-again': 'Noch einmal versuchen',
  'button:connect': 'Verbinden',

  'modal:title': 'Sitzung beenden',
  'modal:session': 'Die Sitzung {session} wird beendet. Das zugehörige Gerät wird sofort abgemeldet.',
  'modal:reason': 'Grund (für das Protokoll)',
  'modal:log-out': 'Sitzung beenden',
  'modal:cancel': 'Abbrechen',
  'modal:close': 'Schließen',
  'modal:no-code': 'Der Arbeitsbereich verlangt von Ihnen keinen Code, und die Einstellungen der App erlauben das.',
  'modal:code:totp': 'Code aus Ihrer Authenticator-App',
  'modal:code:email': 'Code aus Ihrer E-Mail',
  'modal:code:password': 'Ihr Passwort (beim Eintippen hier zu lesen)',
  'modal:mailed': 'Wir haben einen Code an {address} geschickt.',
  'modal:mailed-before': 'An {address} wurde schon früher ein Code geschickt. Er ist noch gültig.',
  'modal:send-again': 'Noch einmal senden',
  'modal:code-incorrect': 'Dieser Code ist falsch.',
  'modal:code-incorrect-tries': 'Dieser Code ist falsch. Verbleibende Versuche: höchstens {tries}.',
  'modal:code-incorrect-mailed': 'Dieser Code ist nicht mehr gültig. Wir haben einen neuen an {address} geschickt.',
  'modal:code-empty': 'Geben Sie den Code ein.',
  'modal:slow': 'Der Arbeitsbereich ist langsam. Das Ergebnis folgt im Chat. Sie können diesen Dialog schließen.',
  'modal:connect-title': 'Session Logout verbinden',
  'modal:connect':
    'Um Sitzungen zu beenden, handelt die App in Ihrem Namen. Ihr Browser fragt Sie einmal, ob sie das {hours} Std. lang darf. Ihr zweiter Faktor wird trotzdem jedes Mal verlangt.',
  'modal:connect-button': 'Zustimmungsseite öffnen',
  'modal:connect-note': 'Der Link funktioniert einmal, {linkMinutes} Minuten lang.',

  'ago:minutes': 'vor {count} Min.',
  'ago:hours': 'vor {count} Std.',
  'ago:days': 'vor {count} Tagen',
  'search:about': 'Suche nach Sitzungen',
  'search:about-person': 'Sitzungen von {person}',
  'search:code-needed:totp': 'Sie brauchen einen Code aus Ihrer Authenticator-App. ({about}.)',
  'search:code-needed:email': 'Sie brauchen den Code, der an {address} geschickt wurde. ({about}.)',
  'search:code-needed:password': 'Sie brauchen Ihr Passwort. ({about}.)',
  'search:code-missing': 'Ein Code ist nötig. Es wurde nichts ausgeführt. ({about}.)',
  'search:code-incorrect': 'Dieser Code ist falsch. Es wurde nichts ausgeführt. ({about}.)',
  'search:confirm-needed': 'Der Arbeitsbereich verlangt keinen Code. Mit der Schaltfläche geht es weiter. ({about}.)',
  'search:slow': 'Der Arbeitsbereich ist langsam. Sobald er geantwortet hat, steht hier, wie es weitergeht. ({about}.)',
  'search:slow-result': 'Der Arbeitsbereich ist langsam. Das Ergebnis folgt hier. ({about}.)',
  'search:progress': 'Bisher beendete Sitzungen: {count}. Das Ergebnis folgt hier. ({about}.)',
  'search:connect-first': 'Erlauben Sie der App zuerst, in Ihrem Namen zu handeln. ({about}.)',
  'search:connect-again':
    'Ihre Verbindung ist beendet. Erlauben Sie der App noch einmal, in Ihrem Namen zu handeln. ({about}.)',
  'search:connected-go-on': 'Sie sind bis {time} verbunden. Sie können jetzt fortfahren. ({about}.)',
  'search:failed': '{error} ({about}.)',
  'search:found': 'Gefundene Sitzungen: {count}. ({about}.)',
  'search:none': 'Es wurde keine Sitzung gefunden. ({about}.)',
  'search:none-incomplete':
    'Es wurde keine Sitzung gefunden, aber die Suche hat nicht alle erfasst. Suchen Sie nach einer einzelnen Person, oder versuchen Sie es noch einmal. ({about}.)',
  'search:person-unknown':
    'Es gibt niemanden mit diesem Benutzernamen. Geben Sie ihn so ein, wie er hinter dem @ steht.',
  'search:person-unknown-nearest': 'Es gibt niemanden mit diesem Benutzernamen. Meinten Sie {people}?',
  'search:needs-dialog':
    'Eine Suche braucht einen Dialog, und dieser Client kann keinen öffnen. Verwenden Sie einen Web-Client, oder beenden Sie eine Sitzung über ihre ID: `/logout-session <Sitzungs-ID> --code 123456`.',
  'search:title': 'Sitzungen finden',
  'search:submit': 'Weiter',
  'search:form': 'Welche Sitzungen suchen Sie? Füllen Sie aus, was Sie wissen; der Rest kann leer bleiben.',
  'search:of-person': 'Sitzungen von {person}.',
  'search:of-query': 'Die Sitzungen, die zu Ihrer Suche passen.',
  'search:asked-before': 'Der Arbeitsbereich verlangt Ihren zweiten Faktor, bevor er sie zeigt.',
  'search:field:person': 'Benutzername',
  'search:field:words': 'Gerät, System oder andere Wörter',
  'search:field:address': 'Adresse oder Bereich, zum Beispiel 203.0.113.0/24',
  'search:field:after': 'Angemeldet ab, zum Beispiel 2026-11-01 oder yesterday',
  'search:field:before': 'Angemeldet vor',
  'search:what': 'Was möchten Sie tun?',
  'search:what:choose': 'Sitzungen anzeigen und auswählen',
  'search:what:all': 'Alle aufgeführten Sitzungen beenden',
  'search:what:everything': 'Alles von dieser Person beenden',
  'search:what-note':
    '„Alles“ beendet auch Anmeldungen von Skripten und löscht persönliche Zugangsschlüssel. Dafür ist die Berechtigung logout-other-user nötig. Token von OAuth-Apps bleiben gültig.',
  'search:what-note-mailed':
    'Ihre Codes kommen per E-Mail, und jeder gilt nur einmal, daher lassen sich nicht alle aufgeführten Sitzungen mit einem beenden. „Alles“ braucht einen einzigen Code: Es beendet auch Anmeldungen von Skripten und löscht persönliche Zugangsschlüssel. Dafür ist die Berechtigung logout-other-user nötig. Token von OAuth-Apps bleiben gültig.',
  'everything:about': 'Alles von {person}',
  'everything:title': 'Alles beenden',
  'everything:submit': 'Alles beenden',
  'everything:unlicensed':
    'Dieser Arbeitsbereich hat keine Lizenz für die Geräteverwaltung, daher lassen sich die Sitzungen von {person} nicht einzeln anzeigen. Sie können aber alles von {person} auf einmal beenden: Alle Geräte werden abgemeldet, Anmeldungen von Skripten enden, und persönliche Zugangsschlüssel werden gelöscht. Token von OAuth-Apps bleiben gültig.',
  'everything:error-unauthorized':
    'Sie dürfen das nicht. Sie brauchen eine Rolle, die in den Einstellungen der App Session Logout erlaubt ist, und die Berechtigung logout-other-user, dazu logout-device-management oder create-personal-access-tokens.',
  'choice:title': 'Sitzungen wählen',
  'choice:submit': 'Sitzungen beenden',
  'choice:found': 'Gefundene Sitzungen: {count}, die neuesten zuerst.',
  'choice:found-of-person': 'Sitzungen von {person}: {count}, die neuesten zuerst.',
  'choice:more':
    'Hier stehen die neuesten {maxToChooseFrom}; es gibt {rest} weitere. Grenzen Sie die Suche ein, um sie zu sehen.',
  'choice:incomplete':
    'Die Suche hat nicht alles erfasst: Sie hat {looked} Sitzungen durchgesehen. Es kann weitere geben.',
  'choice:which': 'Welche davon?',
  'choice:which:chosen': 'Nur die unten gewählten',
  'choice:which:all': 'Alle gefundenen ({count})',
  'choice:which:all-others': 'Alle gefundenen außer Ihren eigenen ({count})',
  'choice:sessions': 'Sitzungen, die beendet werden',
  'choice:session': 'Sitzung, die beendet wird (ein Code per E-Mail beendet eine)',
  'choice:placeholder': 'Auswählen',
  'choice:you': 'Sie',
  'choice:unknown-device': 'unbekanntes Gerät',
  'choice:logged-in': 'angemeldet {time}, {ago}',
  'choice:what-a-row-is':
    'Jede Zeile ist eine Anmeldung. Geschlossene Browser bleiben bis zu 45 Tage aufgeführt und sehen genauso aus. Beenden Sie eine Anmeldung, die mit einem persönlichen Zugangsschlüssel erfolgte, so wird dieser gelöscht.',
  'batch:all-ended': 'Am {time} beendete Sitzungen: {count}. ({about}.)',
  'batch:some-ended': 'Am {time} beendete Sitzungen: {gone} von {count}. ({about}.)',
  'batch:everything-ended':
    'Alles von dieser Person wurde am {time} beendet: alle Geräte, Anmeldungen von Skripten und persönliche Zugangsschlüssel. Token von OAuth-Apps bleiben gültig. ({about}.)',
  'batch:everything-ended-not-listed':
    'Alles von dieser Person wurde am {time} beendet: alle Geräte, Anmeldungen von Skripten und persönliche Zugangsschlüssel. Token von OAuth-Apps bleiben gültig. Manche Sitzungen ließen sich nicht aus der Liste entfernen. ({about}.)',
  'batch:stopped': 'Vorzeitig angehalten: {error}',
  'batch:incomplete':
    'Die Liste ließ sich nicht bis zum Ende lesen; es kann also noch mehr Sitzungen geben. Wiederholen Sie den Vorgang, um auch diese zu beenden.',
  'batch:stopped:error-too-many-requests':
    'Der Arbeitsbereich erlaubt allen ohne die Berechtigung api-bypass-rate-limit nur wenige Aufrufe pro Minute, die sich alle Nutzer der App teilen. Warten Sie {seconds} Sekunden, und versuchen Sie dann die übrigen noch einmal.',
  'batch:stopped:error-workspace-timeout': 'Die Zeit für einen Schritt war abgelaufen.',
  'batch:stopped:error-audit-unavailable': 'Das Ergebnis einer Sitzung ließ sich nicht protokollieren.',
  'batch:stopped:totp-max-attempts':
    'Der Code war zu oft falsch, deshalb nimmt der Arbeitsbereich ihn nicht mehr an. Für die übrigen brauchen Sie einen neuen.',
  'batch:ended': 'Beendet ({count}): {sessions}',
  'batch:already-gone': 'Schon weg ({count}): {sessions}',
  'batch:refused': 'Abgelehnt ({count}): {sessions}',
  'batch:failed': 'Fehlgeschlagen ({count}): {sessions}',
  'batch:not-begun': 'Nicht begonnen ({count}): {sessions}',
  'batch:unknown': 'Vielleicht beendet, es kam keine klare Antwort ({count}): {sessions}',
  'batch:more': 'und {count} weitere, die im Protokoll stehen',
  'alarm:person:ended': 'Sie wurden am {time} abgemeldet. Geräte ({count}): {devices}',
  'alarm:person:unknown':
    'Sie wurden am {time} möglicherweise abgemeldet; es kam keine klare Antwort. Geräte ({count}): {devices}',
  'alarm:person:everything:ended':
    'Alle Ihre Geräte wurden am {time} abgemeldet. Auch Anmeldungen von Skripten wurden beendet und Ihre persönlichen Zugangsschlüssel gelöscht.',
  'alarm:person:everything:unknown':
    'Am {time} wurden möglicherweise alle Ihre Geräte abgemeldet, Anmeldungen von Skripten beendet und Ihre persönlichen Zugangsschlüssel gelöscht; es kam keine klare Antwort.',
  'alarm:person:advice':
    'Wenn Sie das nicht erwartet haben, ändern Sie Ihr Passwort und sagen Sie den Admins dieses Arbeitsbereichs Bescheid. Um ein Gerät weiter zu benutzen, melden Sie sich darauf wieder an.',
  'alarm:by': 'Durch {who}.',
  'alarm:reason': 'Grund: {reason}',
  'alarm:more': 'und {count} weitere',
  'alarm:unknown-person': 'unbekannte Person',
  'alarm:count:ended': 'beendet: {count}',
  'alarm:count:unknown': 'möglicherweise beendet: {count}',
  'alarm:count:already-gone': 'schon weg: {count}',
  'alarm:count:refused': 'abgelehnt: {count}',
  'alarm:count:failed': 'fehlgeschlagen: {count}',
  'alarm:count:not-begun': 'nicht begonnen: {count}',
  'alarm:room:ended': '{time}: {who} hat Sitzungen von {whom} beendet ({results}).',
  'alarm:room:everything':
    '{time}: {who} hat alles von {whom} beendet, auch persönliche Zugangsschlüssel (aufgeführte Sitzungen: {results}).',
  'alarm:room:lockout': '{time}: {who} ist nach zu vielen falschen Codes bis {until} gesperrt.',
  'alarm:room:summary':
    '{from} bis {to}: {count} Abmeldungen ({results}). Durch {who}. Sitzungen von {whom}. Im Protokoll steht jede einzeln.',
  'alarm:room:lockouts': '{from} bis {to}: {count} Sperren nach zu vielen falschen Codes. Gesperrt: {who}.',
  'button:choose': 'Auswählen',
  'button:try-others': 'Die anderen noch einmal versuchen',
  'chat:invalid:sessionIds:missing':
    'Wählen Sie mindestens eine Sitzung. Ihre eigenen Sitzungen gehören nicht zu „alle“.',
  'invalid:sessionIds:not-listed': '„sessionIds“ darf nur aufgeführte Sitzungen enthalten.',
  'chat:invalid:sessionIds:not-listed':
    'Eine der Sitzungen stand nicht in der Liste. Es wurde nichts beendet. Suchen Sie noch einmal.',

  'chat:bad-log':
    'Nach `log` können eine Person, ein Zeitraum (`today`, `7d` oder `30d`) und `failed` stehen, jeweils einmal. Es wurde nichts ausgeführt. Zum Beispiel: `/logout-session log @alice 7d failed`.',
  'chat:unlock-whom': 'Nennen Sie eine Person: `/logout-session unlock @user`. Es wurde nichts ausgeführt.',
  'chat:needs-dialog':
    'Dafür ist ein Dialog nötig, und dieser Client kann keinen öffnen. Verwenden Sie einen Web-Client.',
  'chat:invalid:username:not-allowed':
    'Sie können Ihre eigene Sperre nicht aufheben. Bitten Sie jemand anderen, der diese App benutzen darf.',
  'unlock:title': 'Sperre aufheben',
  'unlock:ask':
    'Nach falschen Codes ist eine Person eine Zeit lang für diese App gesperrt. Die falschen Codes von {person} werden vergessen, und die Person kann die App sofort wieder benutzen.',
  'unlock:submit': 'Sperre aufheben',
  'unlock:about': 'Sperre von {person}',
  'unlock:done': '{person} kann diese App wieder benutzen.',
  'unlock:was-not-locked-out': '{person} war nicht gesperrt. Die falschen Codes sind vergessen.',
  'record:title': 'Das Protokoll',
  'record:ask':
    'Der Arbeitsbereich verlangt Ihren zweiten Faktor, bevor das Protokoll gezeigt wird. Auch dass Sie es lesen, wird protokolliert.',
  'record:submit': 'Protokoll zeigen',
  'record:about': 'Das Protokoll',
  'record:shown': 'Einträge auf dieser Seite: {count}. ({about}.)',
  'record:newest-first': 'Neueste zuerst.',
  'record:of-person': 'Von oder über {person}, neueste zuerst.',
  'record:since': 'Seit {time}.',
  'record:failed-only': 'Nur was abgelehnt wurde oder fehlschlug.',
  'record:none': 'Es gibt keine Einträge.',
  'record:none-yet': 'Bisher wurde nichts gefunden. Mit „Älter“ geht es weiter.',
  'record:times': '{count}-mal innerhalb einer Minute',
  'record:sessions': 'Sitzungen: {count}',
  'record:more-sessions': 'Und {count} weitere.',
  'record:action:logout': 'Sitzung beenden',
  'record:action:logout-many': 'Sitzungen beenden',
  'record:action:logout-all': 'Alle Sitzungen einer Person beenden',
  'record:action:logout-everything': 'Alles von einer Person beenden',
  'record:action:list': 'Sitzungen suchen',
  'record:action:connect': 'Verbinden',
  'record:action:disconnect': 'Verbindung trennen',
  'record:action:status': 'Status ansehen',
  'record:action:read-log': 'Protokoll lesen',
  'record:action:lockout': 'Nach falschen Codes gesperrt',
  'record:action:unlock': 'Sperre aufheben',
  'record:result:done': 'erledigt',
  'record:result:partly-done': 'teilweise erledigt',
  'record:result:cancelled': 'abgebrochen',
  'record:result:unknown': 'unbekannt: Es kann geschehen sein',
  'record:result:totp-required': 'fragte nach einem Code',
  'record:result:totp-invalid': 'falscher Code',
  'record:result:error-confirmation-needed': 'fragte nach einer Bestätigung',
  'record:result:other': 'nicht erledigt ({result})',
  'record:session:ended': 'beendet',
  'record:session:already-gone': 'schon weg',
  'record:session:refused': 'abgelehnt',
  'record:session:failed': 'fehlgeschlagen',
  'record:session:not-begun': 'nicht begonnen',
  'record:session:unknown': 'unbekannt',
  'record:via:api': 'API',
  'record:via:command': 'Befehl',
  'record:via:modal': 'Dialog',
  'record:via:browser': 'Browser',
  'record:field:time': 'Zeit',
  'record:field:caller': 'Wer (Rollen)',
  'record:field:action': 'Was',
  'record:field:result': 'Ergebnis',
  'record:field:times': 'Wie oft in einer Minute',
  'record:field:person': 'Betrifft',
  'record:field:device': 'Gerät',
  'record:field:session': 'Sitzungs-ID',
  'record:field:reason': 'Grund',
  'record:field:other-account': 'Konto, das zugestimmt hat',
  'record:field:second-factor': 'Zweiter Faktor',
  'record:field:workspace-status': 'Status der letzten Antwort des Arbeitsbereichs',
  'record:field:via': 'Über',
  'record:field:request': 'Anfrage',
  'button:show': 'Zeigen',
  'button:details': 'Details',
  'button:older': 'Älter',
  'button:newer': 'Neuer',
  'button:back': 'Zurück',

  'page:title': 'Session Logout',
  'page:connected': 'Sie sind verbunden. Sie können diesen Tab schließen und zu Rocket.Chat zurückgehen.',
  'page:failed-title': 'Nicht verbunden',
};
