// The grants of a permission, one line each, limits in words.
import { useLabel } from '@lib';
import { DateText, ScrollPanel, Use } from '@ui';
import { useAskWords, type AskT } from './askWords';
import type { GrantView } from './shapes';
import type { T } from './words';

/// Every limit of the grant as a sentence of its own.
function limitsOf(grant: GrantView, t: T, asked: AskT): string[] {
  const list = (title: string, values?: string[]) => (values?.length ? [`${title}: ${values.join(', ')}`] : []);
  return [
    ...list(t('regions'), grant.regions),
    ...list(t('languages'), grant.languages),
    ...list(t('products'), grant.products),
    ...list(t('topics'), grant.topics),
    ...(grant.not_with?.length ? [t('notWith', { names: grant.not_with.join(', ') })] : []),
    ...(grant.content ? [t('content', { text: grant.content })] : []),
    ...(grant.not_with_competitors ? [asked('noCompetitors')] : []),
    ...(grant.ask_each_time ? [t('askEach')] : []),
    ...(grant.approve_words_first ? [asked('wordsFirst')] : []),
    ...(grant.conditions ?? []),
    ...(grant.with_legal ? [asked('withLegal')] : []),
  ];
}

export function GrantsTable({ grants, t }: { grants: GrantView[]; t: T }) {
  const label = useLabel();
  const asked = useAskWords();
  return (
    <ScrollPanel label={t('what')}>
      <table className="ft" aria-label={t('what')}>
        <thead>
          <tr>
            {[t('useType'), t('where'), t('limitsCol'), t('from'), t('until')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grants.map((grant, at) => {
            const limits = limitsOf(grant, t, asked);
            return (
              <tr key={at}>
                <th scope="row">
                  <Use use={grant.use_type} />
                </th>
                <td>{(grant.channels ?? []).map((channel) => label(channel)).join(', ') || '–'}</td>
                <td>
                  {limits.length ? (
                    <ul className="reasons">
                      {limits.map((limit) => (
                        <li key={limit}>{limit}</li>
                      ))}
                    </ul>
                  ) : (
                    t('noLimit')
                  )}
                </td>
                <td>
                  <DateText at={grant.from} />
                </td>
                <td>
                  <DateText at={grant.until} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollPanel>
  );
}
