// What the server says about an account's record: also who owns which field, and since when.
import type { ItemOf } from '@api';

export type AccountRecord = ItemOf<'accounts'>;
