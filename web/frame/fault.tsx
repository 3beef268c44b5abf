import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words/words.tsx';

const Failed = () => {
  const { application } = useWords();
  return (
    <Alert type="error" action={<Button onClick={() => window.location.reload()}>{application.again}</Button>}>
      {application.failed}
    </Alert>
  );
};

class Boundary extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false };
  static getDerivedStateFromError() {
    return { isBroken: true };
  }
  override render() {
    return this.state.isBroken ? <Failed /> : this.props.children;
  }
}

/** A page that cannot be shown, such as one that did not come over the wire, says so; the way to others stays open. */
export const Faultless = ({ children }: { readonly children: ReactNode }) => {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
};
