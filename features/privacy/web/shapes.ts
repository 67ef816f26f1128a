// What the program says about people's rights, as it comes.
import type { Answer, ItemOf, Named, Row } from '@api';

export type Right = Named<'privacy.Right'>;
export type Matter = Row<'subject_requests'>;
export type SubjectRow = Row<'subjects'>;
export type Subject = ItemOf<'subjects'>;
export type Category = Named<'privacy.Category'>;
export type AffectedReport = Answer<'affected'>;
export type Affected = Row<'affected'>;
export type Found = Answer<'subjects/{id}/found'>;
export type Mention = Named<'app.MentionRow'>;
export type Retention = Row<'retention'>;
export type Processing = Row<'processing'>;
