// Words of the authorizations' screens.
import { words } from '@lib';

const en = {
  title: 'Authorizations', n: '{count} permission|{count} permissions', search: 'Customer, company, number…', number: 'Number', customer: 'Customer', company: 'Company',
  status: 'Status', uses: 'Uses', until: 'Until', used: 'Used', record: 'Record a permission', mayUse: 'May I use…?', useType: 'Use', channel: 'Channel',
  empty: 'No permissions yet', emptyHint: 'A permission says which customer allows which use, where and until when, with its proof. Record one you have in an e-mail, a contract or on paper.',
  none: 'Nothing fits these filters', noneHint: 'Take a filter away to see more.', clear: 'Clear all filters',
  checkLead: 'Ask before you use a name, a logo or a quote. Unclear is never yes.', region: 'Region', language: 'Language', topic: 'Topic', product: 'Product', on: 'On', check: 'Check',
  yes: 'Yes, you may', no: 'No, you may not', unclear: 'Unclear: treat it as no and ask legal', why: 'Why', conditions: 'Conditions that bind you', mustSay: 'Must be said with it',
  noClauses: 'No permission covers this customer.', incomplete: 'Choose a customer, a use and a channel.', close: 'Close', permits: 'permits', forbids: 'forbids', limits: 'limits',
  what: 'What is permitted', asked: 'What was asked for', where: 'Where', limitsCol: 'Limits', from: 'From', askEach: 'The customer confirms every single use', noLimit: 'No further limits',
  notWith: 'Never for {names}', content: 'Only this: {text}', disclosures: 'Statements that accompany a use', evidence: 'Evidence', noEvidence: 'No file is attached.',
  history: 'History', receipt: 'Download the receipt', how: 'How it was given', signer: 'Signed by', wording: 'Wording shown', recordedBy: 'Recorded', usesMade: 'Uses made', noUses: 'Not used so far.',
  preApprovedShort: 'Pre-approved', preApproved: 'Pre-approved: the asking is skipped, never the gate', email: 'By e-mail', contract: 'In a contract', call_note: 'Said in a call, noted', paper: 'On paper', portal: 'On the portal',
  recordLead: 'Only what the customer really said. Nothing is preselected, and a proof is needed.', grants: 'What they allow', grantN: 'Permission {n}', addGrant: 'Add another use', remove: 'Remove',
  channels: 'Where', regions: 'Regions', languages: 'Languages', products: 'Products', topics: 'Topics', condition: 'Conditions in their words', noLimitHelp: 'Empty: they set no limit', typed: 'Type and press Enter',
  untilHelp: 'Last day', signerHelp: 'Name and role of the person who said yes', wordingHelp: 'The exact words, if you have them', upload: 'Attach a file', uploading: 'Uploading…', evidenceHelp: 'The e-mail, the page of the contract, the signed paper. At least one file.',
  preApprovedLabel: 'They agreed in advance to every use within these limits', send: 'Record', cancel: 'Cancel', recorded: '{number} is recorded', disclosuresHelp: 'One statement each; press Enter', more: 'More limits', fewer: 'Fewer limits',
  pick: 'Whose permission is it?', renewTitle: 'Renew', renewUntil: 'New last day', narrow: 'Narrow', renew: 'Renew', withdraw: 'Withdraw', review: 'Review',
  narrowLead: 'Lists name what remains. What is left empty stays as it is.', withdrawLead: 'Takes effect at once: open requests stop and planned uses are cancelled.', offered: 'From the advocate’s offer', fileRemoved: 'Remove {name}',
};
type Key = keyof typeof en;
const de: Record<Key, string> = {
  title: 'Freigaben', n: '{count} Freigabe|{count} Freigaben', search: 'Kunde, Unternehmen, Nummer…', number: 'Nummer', customer: 'Kunde', company: 'Unternehmen',
  status: 'Stand', uses: 'Nutzungen', until: 'Bis', used: 'Genutzt', record: 'Freigabe erfassen', mayUse: 'Darf ich…?', useType: 'Nutzung', channel: 'Kanal',
  empty: 'Noch keine Freigaben', emptyHint: 'Eine Freigabe sagt, welcher Kunde welche Nutzung wo und bis wann erlaubt, mit Beleg. Erfassen Sie eine aus einer E-Mail, einem Vertrag oder von Papier.',
  none: 'Nichts passt zu diesen Filtern', noneHint: 'Nehmen Sie einen Filter weg, um mehr zu sehen.', clear: 'Alle Filter leeren',
  checkLead: 'Fragen Sie, bevor Sie Namen, Logo oder Zitat nutzen. Unklar heißt nie Ja.', region: 'Region', language: 'Sprache', topic: 'Thema', product: 'Produkt', on: 'Am', check: 'Prüfen',
  yes: 'Ja, Sie dürfen', no: 'Nein, Sie dürfen nicht', unclear: 'Unklar: wie Nein behandeln und die Rechtsabteilung fragen', why: 'Warum', conditions: 'Auflagen, die Sie binden', mustSay: 'Muss dabei gesagt werden',
  noClauses: 'Keine Freigabe deckt diesen Kunden.', incomplete: 'Wählen Sie Kunde, Nutzung und Kanal.', close: 'Schließen', permits: 'erlaubt', forbids: 'verbietet', limits: 'begrenzt',
  what: 'Was erlaubt ist', asked: 'Was erbeten wurde', where: 'Wo', limitsCol: 'Grenzen', from: 'Ab', askEach: 'Der Kunde bestätigt jede einzelne Nutzung', noLimit: 'Keine weiteren Grenzen',
  notWith: 'Nie für {names}', content: 'Nur dies: {text}', disclosures: 'Hinweise, die eine Nutzung begleiten', evidence: 'Belege', noEvidence: 'Keine Datei angehängt.',
  history: 'Verlauf', receipt: 'Beleg herunterladen', how: 'Wie sie erteilt wurde', signer: 'Unterzeichnet von', wording: 'Gezeigter Wortlaut', recordedBy: 'Erfasst', usesMade: 'Erfolgte Nutzungen', noUses: 'Bisher nicht genutzt.',
  preApprovedShort: 'Vorab erteilt', preApproved: 'Vorab erteilt: das Fragen entfällt, nie die Prüfung', email: 'Per E-Mail', contract: 'Im Vertrag', call_note: 'Im Gespräch gesagt, notiert', paper: 'Auf Papier', portal: 'Im Portal',
  recordLead: 'Nur was der Kunde wirklich gesagt hat. Nichts ist vorausgewählt, und ein Beleg ist nötig.', grants: 'Was erlaubt wird', grantN: 'Erlaubnis {n}', addGrant: 'Weitere Nutzung', remove: 'Entfernen',
  channels: 'Wo', regions: 'Regionen', languages: 'Sprachen', products: 'Produkte', topics: 'Themen', condition: 'Auflagen im Wortlaut', noLimitHelp: 'Leer: keine Grenze gesetzt', typed: 'Tippen und Enter drücken',
  untilHelp: 'Letzter Tag', signerHelp: 'Name und Rolle der Person, die Ja sagte', wordingHelp: 'Der genaue Wortlaut, falls vorhanden', upload: 'Datei anhängen', uploading: 'Wird hochgeladen…', evidenceHelp: 'Die E-Mail, die Vertragsseite, das unterschriebene Papier. Mindestens eine Datei.',
  preApprovedLabel: 'Jede Nutzung in diesen Grenzen ist vorab erlaubt', send: 'Erfassen', cancel: 'Abbrechen', recorded: '{number} ist erfasst', disclosuresHelp: 'Je Hinweis einmal Enter', more: 'Mehr Grenzen', fewer: 'Weniger Grenzen',
  pick: 'Wessen Freigabe ist es?', renewTitle: 'Verlängern', renewUntil: 'Neuer letzter Tag', narrow: 'Einschränken', renew: 'Verlängern', withdraw: 'Widerrufen', review: 'Prüfen',
  narrowLead: 'Listen nennen, was bleibt. Was leer bleibt, bleibt wie es ist.', withdrawLead: 'Wirkt sofort: offene Anfragen halten an, geplante Nutzungen werden abgesagt.', offered: 'Aus dem Angebot', fileRemoved: '{name} entfernen',
};
export const useWords = words(en, de);
export type T = ReturnType<typeof useWords>;
export const HOWS = ['email', 'contract', 'call_note', 'paper', 'portal'] as const;
