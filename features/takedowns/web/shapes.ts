// A take-down as the lists and its page tell it.
import type { ItemOf, Named, Row } from '@api';

export type Cause = Named<'takedowns.Cause'>;
export type How = Named<'takedowns.How'>;
export type TakedownRow = Row<'takedowns'>;
export type Takedown = ItemOf<'takedowns'>;
