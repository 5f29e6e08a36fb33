import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Text,
} from '@backstage/ui';
import { exampleUsers, type ExampleProviderId } from './exampleUsers';
import styles from './ExampleSignInPage.module.css';

/** Kept for the tab only, so that a reload stays signed in. */
const STORAGE_KEY = 'elsa-portal:example-user';

function readChoice(): ExampleProviderId | undefined {
  const stored = window.sessionStorage.getItem(STORAGE_KEY);
  return exampleUsers.find(user => user.providerId === stored)?.providerId;
}

/** Choice of the example organisation's people; none has a password. */
export const ExampleSignInPage = (props: SignInPageProps) => {
  const [provider, setProvider] = useState(readChoice);

  if (provider) {
    return (
      <ProxiedSignInPage
        provider={provider}
        onSignInSuccess={identity => {
          const signOut = identity.signOut.bind(identity);
          identity.signOut = async () => {
            window.sessionStorage.removeItem(STORAGE_KEY);
            await signOut();
          };
          props.onSignInSuccess(identity);
        }}
      />
    );
  }

  return (
    <main className={styles.page}>
      <Text as="h1" variant="title-large">
        Elsa portal
      </Text>
      <Text as="p" variant="body-large" color="secondary">
        Sign in as a member of the example organisation.
      </Text>
      <div className={styles.users}>
        {exampleUsers.map(user => (
          <Card key={user.providerId}>
            <CardHeader>
              <Text as="h2" variant="title-x-small">
                {user.name} · {user.team}
              </Text>
            </CardHeader>
            <CardBody>
              <Text as="p">{user.description}</Text>
            </CardBody>
            <CardFooter>
              <Button
                aria-label={`Sign in as ${user.name} of ${user.team}`}
                onPress={() => {
                  window.sessionStorage.setItem(STORAGE_KEY, user.providerId);
                  setProvider(user.providerId);
                }}
              >
                Sign in
              </Button>
            </CardFooter>
          </Card>
        ))}
      </div>
    </main>
  );
};
