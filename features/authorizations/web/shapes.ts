// An authorization as its record tells it.
import type { Answer, ItemOf, Named } from '@api';

export type AuthorizationRecord = ItemOf<'authorizations'>;
export type GrantView = Named<'authorizations.GrantView'>;
export type Authority = Named<'authorizations.Authority'>;
export type RoundView = Named<'authorizations.RoundView'>;
export type SignerRow = Named<'authorizations.SignerRow'>;
/// The request as the customer sees it.
export type RoundPage = Answer<'authorization-preview'>;
/// One ask in the customer's words.
export type ScopeShown = RoundPage['asks'][number];
export const STATUSES = ['in_force', 'partly', 'expiring', 'expired', 'asked', 'under_review', 'withdrawn'];
