// Letters and their words, as the server shows them.
import type { Answer, ItemOf, Named, Row } from '@api';

export type MailStatus = Named<'mail.Status'>;
export const STATUSES: MailStatus[] = ['waiting', 'sent', 'failed', 'bounced', 'dropped'];
export type MailRow = Row<'mails'>;
export type MailItem = ItemOf<'mails'>;
export type Preview = Named<'mail.Preview'>;
export type LetterWords = Named<'mail.Template'>;
export type TemplateItem = ItemOf<'mail_templates'>;
export type MailSettings = Answer<'mail_settings'>;
export type Delivery = Answer<'mail_delivery'>;
export type Suppression = Row<'mail_suppressions'>;

/// Where the item is that a letter is about.
export function roadTo(about: string): string | undefined {
  if (about.startsWith('req_')) return `/requests/${about}`;
  if (about.startsWith('aut_')) return `/authorizations/${about}`;
  if (about.startsWith('adv_')) return `/advocates/${about}`;
  return undefined;
}
