// What the server answers, by the names that screens use. Nothing of it is written here: generated.d.ts is made from
// the structs of the C++ views, so that a field which is renamed there fails the type check here.
import type { components, paths } from './generated';

type Workspace = '/api/v1/w/{workspace}/';
type Good<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Answer } } } }
  ? Answer
  : never;

/// Addresses below the workspace that can be read: `requests/{id}/matches`.
export type Readable = {
  [P in keyof paths]: P extends `${Workspace}${infer Place}`
    ? Good<paths[P]['get']> extends never
      ? never
      : Place
    : never;
}[keyof paths];
/// What is read there.
export type Answer<P extends Readable> = `${Workspace}${P}` extends infer A extends keyof paths
  ? Good<paths[A]['get']>
  : never;
/// Collections that are listed.
export type Listed = {
  [P in Readable]: Answer<P> extends { items: unknown[]; total: number } ? P : never;
}[Readable];
/// One row of a list: `Row<'requests'>`.
export type Row<C extends Listed> = Answer<C> extends { items: (infer R)[] } ? R : never;
/// Collections whose items are shown one by one.
export type Shown = Readable extends infer P ? (P extends `${infer C}/{id}` ? C : never) : never;
/// An item with what the reader may do with it: `ItemOf<'requests'>`.
export type ItemOf<C extends Shown> = `${C}/{id}` extends infer P extends Readable ? Answer<P> : never;
/// A struct of the views by its name in C++: `Named<'requests.ChoiceView'>`.
export type Named<N extends keyof components['schemas']> = components['schemas'][N];

export type Reason = Named<'Reason'>;
export type Schema = Named<'Schema'>;
export type Action = Named<'Action'>;
/// What screens need of any item.
export type Item = Pick<Row<'requests'>, 'id' | 'version'> & Partial<Named<'WithActions'>>;
/// A page of a list.
export type Page<T> = Omit<Answer<'requests'>, 'items'> & { items: T[] };

export type Me = Named<'Me'>;
export type Person = Row<'people'>;
export type StoredFile = Named<'app.StoredFile'>;

export type Account = Row<'accounts'>;
export type Contact = Row<'contacts'>;
export type Deal = Row<'deals'>;

export type Authorization = Row<'authorizations'>;
export type Grant = Named<'authorizations.GrantView'>;
export type MayUse = Answer<'may-use'>;

export type Advocate = Row<'advocates'>;
export type Load = Named<'advocates.Load'>;
export type UseRecord = Named<'advocates.UsageRow'>;

export type Request = ItemOf<'requests'>;
export type RequestRow = Row<'requests'>;
export type Sla = Named<'procedures.Sla'>;
export type Gate = Named<'requests.GateView'>;
export type Clearance = Named<'requests.ClearanceView'>;
export type Choice = Named<'requests.ChoiceView'>;
export type Message = Named<'requests.CommentView'>;
export type TrailEntry = Named<'requests.TrailView'>;
export type Activity = ItemOf<'activities'>;
export type Escalation = Row<'escalations'>;

export type Matches = Answer<'requests/{id}/matches'>;
export type Candidate = Named<'matching.Candidate'>;
export type Point = Named<'matching.Point'>;
export type Narrowing = Named<'matching.Narrowing'>;
export type Blocker = Named<'matching.Blocker'>;

export type Task = Row<'tasks'>;
export type TaskAction = Named<'procedures.TaskAction'>;
export type TaskGroup = Named<'procedures.TaskGroup'>;

export type AuditEntry = Row<'audit'>;
export type PolicySection = ItemOf<'policies'>;
export type Setup = Answer<'setup'>;
export type SetupItem = Setup['items'][number];
