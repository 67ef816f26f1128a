import { words } from '@lib';

export const useAppWords = words(
  {
    inbox: 'Inbox', requests: 'Requests', advocates: 'Advocates', accounts: 'Accounts', authorizations: 'Authorizations',
    imports: 'Imports', audit: 'Audit trail', settings: 'Settings', setup: 'Set-up checklist', work: 'Work',
    program: 'Program', setUp: 'Set-up', main: 'Main', skip: 'Skip to content', search: 'Search or do…', find: 'Search',
    searchAll: 'Search requests, advocates, accounts, or type a command', nothing: 'Nothing found', do: 'Do',
    recent: 'Recent', goTo: 'Go to', found: 'Found', ask: 'Ask for a reference', askHint: 'A deal, a use, a date, a sentence',
    workspaces: 'Workspaces', switchWorkspace: ', switch workspace', scheme: 'Switch light or dark',
    notifications: 'Notifications', noNotices: 'Nothing waits for you.', signOut: 'Sign out', language: 'Deutsch',
    setUpProgram: 'Set up your program', of: '{done} of {total}', next: 'Next: {title}', menu: 'Open the menu',
    loading: 'Loading', notFound: 'There is no such page', toInbox: 'To the inbox', failed: 'This page failed',
    failedHint: 'Your data is safe. Load the page again.', reload: 'Load again', noWorkspace: 'No workspace yet',
    noWorkspaceHint: 'Ask your administrator to give you a role in a workspace.', me: 'Your menu', more: 'More',
    waiting: '{count} task waits for you|{count} tasks wait for you', new: 'Ask', people: 'Contacts',
  },
  {
    inbox: 'Eingang', requests: 'Anfragen', advocates: 'Referenzkunden', accounts: 'Kunden', authorizations: 'Freigaben',
    imports: 'Importe', audit: 'Prüfpfad', settings: 'Einstellungen', setup: 'Einrichtung', work: 'Arbeit',
    program: 'Programm', setUp: 'Einrichtung', main: 'Hauptmenü', skip: 'Zum Inhalt', search: 'Suchen oder tun…', find: 'Suchen',
    searchAll: 'Anfragen, Referenzkunden, Kunden suchen oder Befehl eingeben', nothing: 'Nichts gefunden', do: 'Tun',
    recent: 'Zuletzt', goTo: 'Gehe zu', found: 'Gefunden', ask: 'Referenz anfragen',
    askHint: 'Ein Geschäft, eine Nutzung, ein Datum, ein Satz', workspaces: 'Arbeitsbereiche',
    switchWorkspace: ', Arbeitsbereich wechseln', scheme: 'Hell oder dunkel', notifications: 'Mitteilungen',
    noNotices: 'Nichts wartet auf Sie.', signOut: 'Abmelden', language: 'English', setUpProgram: 'Programm einrichten',
    of: '{done} von {total}', next: 'Als Nächstes: {title}', menu: 'Menü öffnen', loading: 'Lädt',
    notFound: 'Diese Seite gibt es nicht', toInbox: 'Zum Eingang', failed: 'Diese Seite ist fehlgeschlagen',
    failedHint: 'Ihre Daten sind sicher. Laden Sie die Seite neu.', reload: 'Neu laden',
    noWorkspace: 'Noch kein Arbeitsbereich', me: 'Ihr Menü', more: 'Mehr', new: 'Anfragen', people: 'Kontakte',
    noWorkspaceHint: 'Bitten Sie Ihre Administration um eine Rolle in einem Arbeitsbereich.',
    waiting: '{count} Aufgabe wartet auf Sie|{count} Aufgaben warten auf Sie',
  },
);
