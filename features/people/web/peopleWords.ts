// Words of the people screen.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'People', n: '{count} person|{count} people', add: 'Add a person', name: 'Name', email: 'E-mail',
    roles: 'Roles', state: 'State', active: 'Active', inactive: 'Deactivated', assign_roles: 'Change roles',
    deactivate: 'Deactivate', reset_password: 'New password', save: 'Save', cancel: 'Cancel',
    rolesOf: 'Roles of {name}',
    addLead:
      'The person signs in with the e-mail address. Give only the roles they need: nobody ever clears their '
      + 'own request.',
    added: '{name} is added', changed: 'The roles of {name} are changed', gone: '{name} is deactivated',
    askDeactivate: 'Deactivate {name}?',
    deactivateText: 'They cannot sign in any more. Everything they did stays on record with their name.',
    passwordTitle: 'Password for {name}',
    passwordText: 'Shown once. Hand it over in a safe way; it replaces the old one.', copy: 'Copy', copied: 'Copied',
    done: 'Done', askReset: 'Set a new password for {name}?', resetText: 'The old password stops working at once.',
    empty: 'Nobody here yet', emptyHint: 'Add the people who ask for references and those who review them.',
    more: 'Actions for {name}', search: 'Name or e-mail…', role: 'Role',
    firstPassword: 'Now set a first password so that {name} can sign in.',
  },
  {
    title: 'Personen', n: '{count} Person|{count} Personen', add: 'Person hinzufügen', name: 'Name', email: 'E-Mail',
    roles: 'Rollen', state: 'Stand', active: 'Aktiv', inactive: 'Deaktiviert', assign_roles: 'Rollen ändern',
    deactivate: 'Deaktivieren', reset_password: 'Neues Passwort', save: 'Speichern', cancel: 'Abbrechen',
    rolesOf: 'Rollen von {name}',
    addLead:
      'Die Person meldet sich mit der E-Mail-Adresse an. Geben Sie nur nötige Rollen: niemand prüft die '
      + 'eigene Anfrage.',
    added: '{name} ist hinzugefügt', changed: 'Die Rollen von {name} sind geändert', gone: '{name} ist deaktiviert',
    askDeactivate: '{name} deaktivieren?',
    deactivateText: 'Die Person kann sich nicht mehr anmelden. Was sie tat, bleibt mit ihrem Namen aufgezeichnet.',
    passwordTitle: 'Passwort für {name}',
    passwordText: 'Wird nur einmal gezeigt. Übergeben Sie es sicher; es ersetzt das alte.', copy: 'Kopieren',
    copied: 'Kopiert', done: 'Fertig', askReset: 'Neues Passwort für {name} setzen?',
    resetText: 'Das alte Passwort gilt sofort nicht mehr.', empty: 'Noch niemand hier',
    emptyHint: 'Fügen Sie die Personen hinzu, die um Referenzen bitten oder sie prüfen.', more: 'Aktionen für {name}',
    search: 'Name oder E-Mail…', role: 'Rolle',
    firstPassword: 'Setzen Sie nun ein erstes Passwort, damit {name} sich anmelden kann.',
  },
);
export type T = ReturnType<typeof useWords>;
