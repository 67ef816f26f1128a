// Words of companies, contacts and deals.
import { words } from '@lib';

export const useWords = words(
  {
    title: 'Accounts', n: '{count} company|{count} companies', search: 'Name, industry, product…', name: 'Company', industry: 'Industry',
    region: 'Region', country: 'Country', segment: 'Segment', tier: 'Tier', contacts: 'Contacts', deals: 'Deals', advocates: 'Advocates',
    issues: 'Open issues', health: 'Health', standing: 'May be used', add: 'Add a company', addContact: 'Add a contact', importCsv: 'Import from the CRM',
    empty: 'No companies yet', emptyHint: 'Bring your customers over from the CRM as a CSV file: columns are recognised, errors are shown row by row, and you can undo it. Or add one by hand.',
    none: 'No company fits', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
    optedOut: 'Opted out', banned: 'No public reference', restricted: 'Contract restriction', free: 'No restriction', severe: '{count} severe issue|{count} severe issues',
    employees: 'Employees', revenue: 'Revenue', parent: 'Part of', renewal: 'Renewal', nps: 'NPS', products: 'Products', useCases: 'Use cases',
    regulated: 'Regulated', yes: 'Yes', no: 'No', owner: 'Relationship owner', external: 'Id in the CRM', competitors: 'Never together with',
    source: 'Source', updated: 'Last changed', won: 'won so far', pipeline: 'in open deals', fromCrm: 'The CRM owns this field: change it there.',
    noContacts: 'No contacts yet', noContactsHint: 'A contact is a person there. Add the ones who might speak for you.',
    noDeals: 'No deals', noDealsHint: 'Deals come with the import of the CRM.', noIssues: 'No support issues are known.', resolved: 'Resolved', resolve: 'Resolve',
    severity: 'Severity {n}', issue: 'Issue', state: 'State', report: 'Report an issue', openState: 'Open', contact: 'Contact', role: 'Role', email: 'E-mail', phone: 'Phone',
    language: 'Language', left: 'Has left', isAdvocate: 'Advocate', nominate: 'Nominate', deal: 'Deal', stage: 'Stage', amount: 'Amount', close: 'Closes', product: 'Product',
    restrictions: 'Restrictions', noRestrictions: 'Nothing forbids asking this customer.', banText: 'This customer must not be named in public.',
    optText: 'This customer does not want to be asked. Nothing overrides that.', contractText: 'The contract says: {text}', lead: 'What forbids a use',
    newContact: 'Add a contact', newAccount: 'Add a company', save: 'Add', cancel: 'Cancel', more: 'Actions for {name}', seniority: 'Seniority', persona: 'Persona', jobTitle: 'Title',
    timeZone: 'Time zone', contactName: 'Full name', added: '{name} is added', ask: 'Ask for a reference', permissions: 'Permissions', noPermissions: 'No permission is recorded for this company.', value: 'Value',
  },
  {
    title: 'Kunden', n: '{count} Unternehmen|{count} Unternehmen', search: 'Name, Branche, Produkt…', name: 'Unternehmen', industry: 'Branche',
    region: 'Region', country: 'Land', segment: 'Segment', tier: 'Stufe', contacts: 'Kontakte', deals: 'Geschäfte', advocates: 'Referenzkunden',
    issues: 'Offene Fälle', health: 'Zustand', standing: 'Nutzbar', add: 'Unternehmen hinzufügen', addContact: 'Kontakt hinzufügen', importCsv: 'Aus dem CRM importieren',
    empty: 'Noch keine Kunden', emptyHint: 'Holen Sie Ihre Kunden als CSV-Datei aus dem CRM: Spalten werden erkannt, Fehler zeilenweise gezeigt, alles lässt sich zurücknehmen. Oder erfassen Sie einen von Hand.',
    none: 'Kein Unternehmen passt', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.', clear: 'Alle Filter leeren',
    optedOut: 'Will nicht gefragt werden', banned: 'Keine öffentliche Referenz', restricted: 'Vertragliche Grenze', free: 'Keine Einschränkung', severe: '{count} schwerer Fall|{count} schwere Fälle',
    employees: 'Mitarbeitende', revenue: 'Umsatz', parent: 'Teil von', renewal: 'Verlängerung', nps: 'NPS', products: 'Produkte', useCases: 'Anwendungsfälle',
    regulated: 'Reguliert', yes: 'Ja', no: 'Nein', owner: 'Betreuung', external: 'Nummer im CRM', competitors: 'Nie zusammen mit',
    source: 'Quelle', updated: 'Zuletzt geändert', won: 'bisher gewonnen', pipeline: 'in offenen Geschäften', fromCrm: 'Dieses Feld gehört dem CRM: ändern Sie es dort.',
    noContacts: 'Noch keine Kontakte', noContactsHint: 'Ein Kontakt ist eine Person dort. Erfassen Sie die, die für Sie sprechen könnten.',
    noDeals: 'Keine Geschäfte', noDealsHint: 'Geschäfte kommen mit dem Import aus dem CRM.', noIssues: 'Keine Supportfälle bekannt.', resolved: 'Gelöst', resolve: 'Lösen',
    severity: 'Schweregrad {n}', issue: 'Fall', state: 'Stand', report: 'Fall melden', openState: 'Offen', contact: 'Kontakt', role: 'Rolle', email: 'E-Mail', phone: 'Telefon',
    language: 'Sprache', left: 'Ausgeschieden', isAdvocate: 'Referenzkunde', nominate: 'Vorschlagen', deal: 'Geschäft', stage: 'Phase', amount: 'Betrag', close: 'Abschluss', product: 'Produkt',
    restrictions: 'Einschränkungen', noRestrictions: 'Nichts verbietet, diesen Kunden zu fragen.', banText: 'Dieser Kunde darf nicht öffentlich genannt werden.',
    optText: 'Dieser Kunde will nicht gefragt werden. Nichts geht darüber hinweg.', contractText: 'Der Vertrag sagt: {text}', lead: 'Was eine Nutzung verbietet',
    newContact: 'Kontakt hinzufügen', newAccount: 'Unternehmen hinzufügen', save: 'Hinzufügen', cancel: 'Abbrechen', more: 'Aktionen für {name}', seniority: 'Führungsebene', persona: 'Rolle', jobTitle: 'Titel',
    timeZone: 'Zeitzone', contactName: 'Voller Name', added: '{name} ist hinzugefügt', ask: 'Referenz anfragen', permissions: 'Freigaben', noPermissions: 'Für dieses Unternehmen ist keine Freigabe erfasst.', value: 'Wert',
  },
);
export type T = ReturnType<typeof useWords>;
