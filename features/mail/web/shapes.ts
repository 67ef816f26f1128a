// Letters and their words, as the server shows them.
import type { Item } from '@api';

export const STATUSES = ['waiting', 'sent', 'failed', 'bounced', 'dropped'] as const;
export type MailStatus = (typeof STATUSES)[number];

export interface MailRow extends Item {
  kind: string;
  recipient: string;
  recipient_name: string;
  address: string;
  about: string;
  subject: string;
  status: MailStatus;
  attempts: number;
  code: string;
  has_link: boolean;
  written_at: string;
  due_at?: string;
  sent_at?: string;
}

export interface Preview {
  subject: string;
  text: string;
  html: string;
}

export interface MailItem extends MailRow, Preview {
  language: string;
  purpose: string;
  link_until?: string;
  calendar: string;
  template_revision: number;
}

export interface LetterWords {
  subject: string;
  text: string;
  button: string;
}

export interface TemplateRow extends Item {
  kind: string;
  language: string;
  own: boolean;
  revision: number;
  subject: string;
}

export interface TemplateItem extends TemplateRow, LetterWords {
  delivered: LetterWords;
  preview: Preview;
}

export interface MailSettings {
  company: string;
  sender: string;
  reply_to: string;
  imprint: string;
  colour: string;
  time_zone: string;
  quiet_from_hour: number;
  quiet_until_hour: number;
  quiet_weekends: boolean;
}

export interface Delivery {
  delivers: boolean;
  from: string;
}

export interface Suppression extends Item {
  name: string;
  unsubscribed: boolean;
  bounced: boolean;
  since: string;
}

/// Where the item is that a letter is about.
export function roadTo(about: string): string | undefined {
  if (about.startsWith('req_')) return `/requests/${about}`;
  if (about.startsWith('aut_')) return `/authorizations/${about}`;
  if (about.startsWith('adv_')) return `/advocates/${about}`;
  return undefined;
}
