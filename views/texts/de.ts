import type { Catalogue } from './catalogue';

/** The texts people read, in German. */
export const de: Catalogue = {
  'error-not-logged-in': 'Dafür müssen Sie angemeldet sein.',
  'error-unauthorized': 'Ihnen fehlt die Berechtigung für diese Aktion.',
  'invalid-params': 'Die Anfrage ist ungültig.',
  'totp-required': 'Ein Code ist nötig.',
  'totp-invalid': 'Der Code stimmt nicht.',
  'totp-max-attempts': 'Der Code war zu oft falsch. Fordern Sie einen neuen an und versuchen Sie es noch einmal.',
  'error-2fa-not-enforced':
    'Der Arbeitsbereich hat nicht nach einem zweiten Faktor gefragt, deshalb wurde nichts getan. Richten Sie für Ihr Konto die Zwei-Faktor-Authentifizierung ein und verwenden Sie kein Token, das sie umgeht; oder ein Admin stellt „Wenn kein zweiter Faktor verlangt wird“ auf „Trotzdem abmelden“.',
  'error-session-not-found':
    'Es gibt keine Sitzung mit dieser ID. Vielleicht ist sie abgelaufen; es wurde nichts geändert.',
  'error-license-required':
    'Dieser Arbeitsbereich hat keine Lizenz für die Geräteverwaltung, die zum Beenden von Sitzungen nötig ist. Es wurde nichts geändert.',
  'error-too-many-requests':
    'Zu viele Anfragen an den Arbeitsbereich. Es wurde nichts geändert; versuchen Sie es in {seconds} Sekunden noch einmal.',
  'error-workspace-unreachable':
    'Die App konnte den Arbeitsbereich nicht erreichen. Es wurde nichts geändert; ein Admin kann die Einstellung „Adresse des Arbeitsbereichs“ prüfen.',
  'error-workspace-invalid-response':
    'Der Arbeitsbereich gab eine Antwort, die die App nicht versteht. Es wurde nichts geändert; ein Admin kann die Einstellung „Adresse des Arbeitsbereichs“ prüfen.',
  'error-workspace-timeout':
    'Der Arbeitsbereich hat nicht rechtzeitig geantwortet. Es wurde nichts geändert; versuchen Sie es noch einmal.',
  'error-outcome-unknown':
    'Die Abmeldung wurde abgeschickt, aber es kam keine klare Antwort. Vielleicht ist sie geschehen; sehen Sie nach, bevor Sie es noch einmal versuchen.',
  'error-method-not-allowed': 'Diese Methode ist hier nicht erlaubt.',
  'error-settings-unreadable':
    'Die Einstellungen der App waren nicht lesbar, deshalb wurde nichts getan. Ein Admin kann sie prüfen und neu speichern.',
  'error-audit-unavailable':
    'Diese Abmeldung konnte nicht protokolliert werden, deshalb wurde nichts getan. Versuchen Sie es noch einmal.',
  'error-not-connected': 'Die App darf noch nicht in Ihrem Namen handeln. Verbinden Sie sie zuerst.',
  'error-connection-ended': 'Ihre Verbindung ist beendet. Verbinden Sie sich neu.',
  'error-oauth-client-disabled':
    'Ein Admin hat die OAuth-App „Session Logout“ dieses Arbeitsbereichs abgeschaltet. Bitten Sie darum, sie wieder einzuschalten.',
  'error-connect-link-invalid':
    'Dieser Link gilt nicht mehr: Er funktioniert einmal, zehn Minuten lang. Gehen Sie zurück zu Rocket.Chat und geben Sie /logout-session connect ein.',
  'error-connect-failed':
    'Der Arbeitsbereich hat die Verbindung mit der App nicht zugelassen. Gehen Sie zurück zu Rocket.Chat und versuchen Sie es mit /logout-session connect noch einmal.',
  'error-connect-wrong-account':
    'Im Browser sind Sie mit einem anderen Konto angemeldet als im Chat. Es wurde nichts verbunden. Melden Sie sich mit Ihrem eigenen Konto an und geben Sie noch einmal /logout-session connect ein.',
  'error-password-not-in-chat':
    'Ihr Konto bestätigt mit dem Passwort, und das wäre hier beim Eintippen zu lesen. Es wurde nichts geändert. Richten Sie in Ihrem Konto eine Authenticator-App oder Codes per E-Mail ein, oder verwenden Sie die API der App; ein Admin kann Passwörter auch in den Einstellungen der App erlauben.',
  'error-request-expired':
    'Dieser Schritt wurde schon benutzt oder ist älter als fünf Minuten und hat jetzt nichts geändert. Sehen Sie sich die letzte Nachricht hier an, oder geben Sie den Befehl noch einmal ein.',
  'error-request-foreign': 'Dieser Schritt gehört jemand anderem. Es wurde nichts geändert.',
  'error-internal':
    'In der App ist etwas schiefgegangen, und es wurde nichts getan. Die Anfrage-ID führt zum Eintrag im Log.',

  'invalid:body:not-an-object': 'Der Body muss ein Objekt mit „sessionId“ und, wenn Sie möchten, „reason“ sein.',
  'invalid:body:unknown-field': 'Der Body darf nur „sessionId“ und „reason“ enthalten.',
  'invalid:sessionId:missing': 'Im Body fehlt „sessionId“.',
  'invalid:sessionId:not-allowed': '„sessionId“ muss ein Text aus 1 bis 128 Buchstaben, Ziffern, „_“ oder „-“ sein.',
  'invalid:reason:not-allowed': '„reason“ muss ein Text sein.',
  'invalid:reason:too-long': '„reason“ darf höchstens 500 Zeichen haben.',
  'invalid:x-2fa-code:not-allowed': 'Der Header „x-2fa-code“ darf nur ASCII enthalten, höchstens 256 Zeichen.',

  'setting:allowed_roles': 'Erlaubte Rollen: höchstens 50 Rollen-IDs oder -Namen, durch Kommas getrennt.',
  'setting:without_challenge': 'Wenn kein zweiter Faktor verlangt wird: wählen Sie „refuse“ oder „allow“.',
  'setting:workspace_url':
    'Adresse des Arbeitsbereichs: leer lassen oder eine Adresse wie https://chat.example.com angeben, ohne Passwort, „?“ oder „#“.',
  'setting:timeout_seconds': 'Zeitlimit: eine ganze Zahl von 1 bis 25 Sekunden.',
  'setting:password_in_chat': 'Passwörter im Chat: ein- oder ausschalten.',
  'setting:connection_hours': 'Dauer der Verbindung: eine ganze Zahl von 1 bis 336 Stunden.',

  'chat:error-unauthorized':
    'Das dürfen Sie nicht. Nötig sind eine Rolle, die in den Einstellungen der App Session Logout erlaubt ist, und die Berechtigung logout-device-management.',
  'chat:error-internal':
    'In der App ist etwas schiefgegangen. Sehen Sie sich hier die letzte Nachricht an, bevor Sie es noch einmal versuchen. Anfrage {request}.',
  'chat:invalid:sessionId': 'Das ist keine Sitzungs-ID: Sie hat 1 bis 128 Buchstaben, Ziffern, „_“ oder „-“.',
  'chat:invalid:reason': 'Der Grund darf höchstens 500 Zeichen haben.',
  'chat:invalid:x-2fa-code': 'Das ist kein Code: Er besteht nur aus Buchstaben und Ziffern.',
  'chat:totp-max-attempts':
    'Der Code war zu oft falsch, deshalb nimmt der Arbeitsbereich diesen nicht mehr an. Die Sitzung {session} wurde nicht beendet. Geben Sie den Befehl noch einmal ein, um einen neuen Code zu bekommen.',
  'chat:help':
    'Beenden Sie die Sitzung einer anderen Person, mit Ihrem eigenen zweiten Faktor:\n`/logout-session <Sitzungs-ID> [Grund]` – diese Sitzung beenden\n`/logout-session connect` – die App für begrenzte Zeit in Ihrem Namen handeln lassen\n`/logout-session disconnect` – das beenden\n`/logout-session status` – dürfen Sie das benutzen, und bis wann sind Sie verbunden?\n`/logout-session help` – dieser Text\nWo sich kein Dialog öffnen kann: `/logout-session <Sitzungs-ID> --code 123456 [--method totp] [--reason "…"]`',
  'chat:unknown-word':
    '„{word}“ gibt es hier nicht. Meinten Sie `/logout-session {nearest}`? Eine Sitzungs-ID hat 17 Buchstaben und Ziffern.',
  'chat:unknown-option': 'Die Option „{option}“ gibt es nicht. Möglich sind --code, --method und --reason.',
  'chat:missing-value': 'Nach der Option „{option}“ fehlt ein Wert.',

  'chat:done': 'Die Sitzung {session} wurde am {time} beendet. Anfrage {request}.',
  'chat:failed': '{error} (Sitzung {session}, Anfrage {request}.)',
  'chat:code-needed:totp': 'Um die Sitzung {session} zu beenden, ist ein Code Ihrer Authenticator-App nötig.',
  'chat:code-needed:email':
    'Um die Sitzung {session} zu beenden, ist ein Code nötig, der an {address} geschickt wurde.',
  'chat:code-needed:password': 'Um die Sitzung {session} zu beenden, ist Ihr Passwort nötig.',
  'chat:code-by-option':
    'Geben Sie den Befehl noch einmal mit dem Code ein: `/logout-session {session} --code <Code> --method {method}`',
  'chat:code-wrong': 'Der Code für die Sitzung {session} stimmt nicht; die Sitzung wurde nicht beendet.',
  'chat:connect-first': 'Um die Sitzung {session} zu beenden, lassen Sie zuerst die App in Ihrem Namen handeln.',
  'chat:connect-again':
    'Ihre Verbindung ist beendet. Um die Sitzung {session} zu beenden, lassen Sie die App wieder in Ihrem Namen handeln.',
  'chat:connect-here': 'Öffnen Sie innerhalb von zehn Minuten diese Adresse in Ihrem Browser: {url}',
  'chat:connected': 'Sie sind verbunden bis {time}.',
  'chat:connected-go-on': 'Sie sind verbunden bis {time}. Sie wollten gerade die Sitzung {session} beenden.',
  'chat:not-connected': 'Sie sind nicht verbunden.',
  'chat:disconnected': 'Die App handelt nicht mehr in Ihrem Namen.',
  'chat:role-allowed': 'Eine Ihrer Rollen darf das benutzen.',
  'chat:role-not-allowed':
    'Sie dürfen das nicht benutzen: Keine Ihrer Rollen ist in den Einstellungen der App erlaubt.',

  'button:go-on': 'Weiter',
  'button:enter-code': 'Code eingeben',
  'button:try-again': 'Noch einmal versuchen',
  'button:connect': 'Verbinden',

  'modal:title': 'Sitzung beenden',
  'modal:session': 'Die Sitzung {session} wird beendet: Das Gerät wird sofort abgemeldet.',
  'modal:reason': 'Grund (für das Protokoll)',
  'modal:continue': 'Weiter',
  'modal:log-out': 'Sitzung beenden',
  'modal:cancel': 'Abbrechen',
  'modal:close': 'Schließen',
  'modal:code:totp': 'Code Ihrer Authenticator-App',
  'modal:code:email': 'Code aus der E-Mail',
  'modal:code:password': 'Ihr Passwort (beim Eintippen hier zu lesen)',
  'modal:mailed': 'Wir haben einen Code an {address} geschickt.',
  'modal:mailed-before': 'An {address} wurde schon ein Code geschickt; er gilt noch.',
  'modal:send-again': 'Noch einmal senden',
  'modal:code-wrong': 'Dieser Code stimmt nicht.',
  'modal:code-wrong-tries': 'Dieser Code stimmt nicht. Höchstens {tries} weitere Versuche.',
  'modal:code-wrong-mailed': 'Dieser Code stimmt nicht mehr. Wir haben einen neuen an {address} geschickt.',
  'modal:code-empty': 'Geben Sie den Code ein.',
  'modal:slow': 'Der Arbeitsbereich ist langsam. Das Ergebnis folgt im Chat; Sie können dieses Fenster schließen.',
  'modal:connect-title': 'Session Logout verbinden',
  'modal:connect':
    'Um Sitzungen zu beenden, handelt die App in Ihrem Namen. Ihr Browser fragt Sie einmal, ob sie das darf ({hours} Std. lang). Nach Ihrem zweiten Faktor fragt sie trotzdem jedes Mal.',
  'modal:connect-button': 'Zustimmungsseite öffnen',
  'modal:connect-note': 'Der Link funktioniert einmal, zehn Minuten lang.',

  'page:title': 'Session Logout',
  'page:connected': 'Sie sind verbunden. Sie können diesen Tab schließen und zu Rocket.Chat zurückgehen.',
  'page:failed-title': 'Nicht verbunden',
};
