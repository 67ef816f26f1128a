import { words } from '@lib';

export const useMatchWords = words(
  {
    title: 'Compare matches', close: 'Close comparison', needed: 'needed by', ranked: 'Ranked by your matching rules; nobody is hidden, blockers are shown.',
    profile: 'Prospect profile', of: 'of 100', best: 'Best fit', clear: 'Clear to ask', authorization: 'Authorization',
    granted: 'Granted', limits: 'With limits', notGranted: 'Not granted', unclear: 'Unclear', load: 'Load, this quarter',
    last: 'last used {day}', never: 'never used', choice: 'Choice {n}', add: 'Add as a choice', exception: 'Ask for an exception…',
    order: 'Ask in this order: {names}. The next one is asked when one says no or stays silent.', pick: 'Pick at least one candidate.',
    notNow: 'Not now', send: 'Send for confirmation', reason: 'Why this choice', reasonHint: 'One sentence; it stays in the record.',
    none: 'Nobody can be asked right now',
    noneHint: 'Every advocate fails a gate for this request. Look up a person to see why, or relax a wish of the request.',
    why: 'Why not somebody else?', whyHint: 'Name an advocate', sent: '{names}: the account owner is asked first.',
    compromises: 'Compromises', conditions: 'Conditions', until: 'until {day}', readOnly: 'The program owner chooses.',
    warnings: 'Mind', permission: 'Read the permission', pool: '{active} active advocates, {eligible} of them may be asked',
    without: 'Without “{wish}”: {count} candidate|Without “{wish}”: {count} candidates',
  },
  {
    title: 'Kandidaten vergleichen', close: 'Vergleich schließen', needed: 'benötigt bis',
    ranked: 'Nach Ihren Auswahlregeln geordnet; niemand ist verborgen, Hindernisse werden gezeigt.', profile: 'Profil des Interessenten',
    of: 'von 100', best: 'Passt am besten', clear: 'Darf gefragt werden', authorization: 'Freigabe', granted: 'Erteilt',
    limits: 'Mit Auflagen', notGranted: 'Nicht erteilt', unclear: 'Unklar', load: 'Auslastung im Quartal', last: 'zuletzt {day}',
    never: 'noch nie', choice: 'Wahl {n}', add: 'Als Wahl hinzufügen', exception: 'Ausnahme erbitten…',
    order: 'In dieser Reihenfolge fragen: {names}. Bei Nein oder Schweigen folgt die nächste Wahl.',
    pick: 'Wählen Sie mindestens eine Person.', notNow: 'Nicht jetzt', send: 'Zur Bestätigung senden', reason: 'Warum diese Wahl',
    reasonHint: 'Ein Satz; er bleibt im Nachweis.', none: 'Gerade kann niemand gefragt werden',
    noneHint: 'Bei jeder Person steht für diese Anfrage eine Hürde im Weg. Suchen Sie jemanden, um den Grund zu sehen, '
      + 'oder lockern Sie einen Wunsch der Anfrage.',
    why: 'Warum nicht jemand anderes?', whyHint: 'Referenzkunden nennen', sent: '{names}: zuerst wird die Betreuung gefragt.',
    compromises: 'Kompromisse', conditions: 'Auflagen', until: 'bis {day}', readOnly: 'Die Programmleitung wählt aus.',
    warnings: 'Zu beachten', permission: 'Freigabe lesen', pool: '{active} aktive Referenzkunden, {eligible} dürfen gefragt werden',
    without: 'Ohne „{wish}“: {count} Kandidat|Ohne „{wish}“: {count} Kandidaten',
  },
);
