// Whoever needs a second factor and has none: setting it up is all there is to do, besides signing out.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useSignOut } from '@api';
import { Loaded, PageHeader } from '@ui';
import { SecondFactor } from './SecondFactor';
import { useSecurity } from './security';
import { useWords } from './securityWords';

export function FactorFirst({ workspace }: { workspace: string }) {
  const t = useWords();
  const client = useQueryClient();
  const security = useSecurity();
  const signOut = useSignOut();
  return (
    <main className="screen">
      <PageHeader title={t('firstTitle')}>
        <Button variant="default" onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Button>
      </PageHeader>
      <Loaded query={security}>
        {(data) => (
          <div className="pad">
            <Stack gap="lg" maw={640}>
              <Text role="status" className="chip info block">
                {t('first', { workspace })}
              </Text>
              <SecondFactor security={data} onKept={() => void client.invalidateQueries({ queryKey: ['me'] })} />
              {data.second_factor && (
                <Group>
                  <Button onClick={() => void client.invalidateQueries({ queryKey: ['me'] })}>{t('goOn')}</Button>
                </Group>
              )}
            </Stack>
          </div>
        )}
      </Loaded>
    </main>
  );
}
