import { Button, type ButtonProps, Link, makeStyles, tokens, useMergedRefs } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { usePressCommand } from '~/ui/use-command';

const useStyles = makeStyles({
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly icon?: ButtonProps['icon'];
  readonly appearance?: ButtonProps['appearance'];
}

interface LinkButtonProps extends AnchorProps {
  /** What following it does, for those who find it in the command palette. */
  readonly command?: string;
}

/** A link that looks like a button: it can be opened in another tab. */
export const LinkButton = createLink(({ ref, icon, appearance, command, ...props }: LinkButtonProps) => {
  const merged = useMergedRefs(ref, usePressCommand<HTMLAnchorElement>(command));
  return (
    // Fluent's types follow the element only when it is written out.
    <Button
      as="a"
      {...(props as object)}
      ref={merged as Ref<HTMLButtonElement & HTMLAnchorElement>}
      icon={icon}
      appearance={appearance}
    />
  );
});

/** A link within text. */
export const TextLink = createLink((props: AnchorProps) => <Link {...(props as object)} inline />);

/** The way back, above a title. */
export const BackLink = createLink(({ children, ...props }: AnchorProps) => {
  const styles = useStyles();
  return (
    <a {...props} className={styles.back}>
      <ChevronLeftRegular aria-hidden /> {children}
    </a>
  );
});
