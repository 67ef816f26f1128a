// Beside the dialog: who would likely fit, found while one types.
import { Stack, Text } from '@mantine/core';
import { useAsk, type Candidate, type Deal, type Page } from '@api';
import { needOf } from './ask';
import { useAskWords } from './askWords';

const FEW = 3;

export function AskPreview({ use, on, deal }: { use: string; on: string; deal?: Deal }) {
  const t = useAskWords();
  const matches = useAsk<Page<Candidate>>('matches', needOf(use, on, deal), { enabled: !!on });
  const items = matches.data?.items;
  const industry = deal?.prospect?.industry;
  return (
    <aside aria-live="polite">
      <Stack gap={14}>
        {items && items.length > 0 && (
          <div>
            <Text fz={28} fw={650} lh={1} className="num">
              {items.length}
            </Text>
            <Text size="sm">
              {t('likely', { count: items.length })} {industry ? t('likelyIn', { industry }) : ''}
            </Text>
            <Text size="xs" c="dimmed">
              {t('clear')}
            </Text>
          </div>
        )}
        {items && items.length > 0 && (
          <div>
            <Text size="sm" fw={600} mb={4}>
              {t('best')}
            </Text>
            {items.slice(0, FEW).map((each) => (
              <Fit key={each.contact} candidate={each} />
            ))}
            <Text size="xs" c="dimmed">
              {t('names')}
            </Text>
          </div>
        )}
        {items?.length === 0 && <div className="chip warn block">{t('nobody')}</div>}
        {!items && (
          <Text size="sm" c="dimmed">
            {t('looking')}
          </Text>
        )}
        <div>
          <Text size="sm" fw={600} mb={4}>
            {t('next')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('nextWords')}
          </Text>
        </div>
      </Stack>
    </aside>
  );
}

/// A fit without the name of the customer, which the requester learns with the approval.
function Fit({ candidate }: { candidate: Candidate }) {
  const t = useAskWords();
  const good = candidate.reasons
    .filter((point) => point.mark === 'exact' && point.theirs)
    .slice(0, 2)
    .map((point) => point.theirs);
  return (
    <Text size="sm" mb={4}>
      <b className="num">{t('score', { n: candidate.score })}</b>
      {good.length ? ` · ${good.join(', ')}` : ''}
    </Text>
  );
}
