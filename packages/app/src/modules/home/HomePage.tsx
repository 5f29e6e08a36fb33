import {
  ButtonLink,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Container,
  Text,
} from '@backstage/ui';
import {
  RiAddBoxLine,
  RiHeartPulseLine,
  RiUserSearchLine,
} from '@remixicon/react';
import styles from './HomePage.module.css';

const entries = [
  {
    icon: <RiAddBoxLine aria-hidden />,
    title: 'Create an environment',
    text: 'Answer a short form and get a complete deployment repository: chart, values, ingress, data services, monitoring with SLOs, Argo CD and catalog entities.',
    action: 'Open the form',
    href: '/create/templates/default/create-elsa-environment',
  },
  {
    icon: <RiHeartPulseLine aria-hidden />,
    title: 'Check environment health',
    text: 'Health and its reasons, replicas, alerts, SLOs and error budgets of every environment that you can see, and what to do next.',
    action: 'Open environments',
    href: '/elsa',
  },
  {
    icon: <RiUserSearchLine aria-hidden />,
    title: 'Find who owns what',
    text: 'Environments, their components and data services, and their owners in the software catalog.',
    action: 'Open the catalog',
    href: '/catalog?filters%5Bkind%5D=component&filters%5Btype%5D=elsa-environment&filters%5Buser%5D=all',
  },
];

export const HomePage = () => (
  <Container role="main" className={styles.page}>
    <Text as="p" variant="body-large" color="secondary">
      Elsa Workflows on Kubernetes, from the first form to the last replica.
    </Text>
    <div className={styles.entries}>
      {entries.map(entry => (
        <Card key={entry.href}>
          <CardHeader>
            <span className={styles.icon}>{entry.icon}</span>
            <Text as="h2" variant="title-x-small">
              {entry.title}
            </Text>
          </CardHeader>
          <CardBody>
            <Text as="p">{entry.text}</Text>
          </CardBody>
          <CardFooter>
            <ButtonLink href={entry.href}>{entry.action}</ButtonLink>
          </CardFooter>
        </Card>
      ))}
    </div>
  </Container>
);
