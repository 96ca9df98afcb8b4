import { Dialog } from '@fluentui/react-components';
import { MailProhibitedRegular } from '@fluentui/react-icons/svg/mail-prohibited';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { messageStatusQuery, revoke } from '~/api/message-encryption';
import { CompactLabel } from '~/ui/compact-label';
import { DialogButton } from '~/ui/dialog-button';
import { RevokeDialog, type RevokeDialogProps } from './revoke-dialog';

export interface RevokeButtonProps extends Omit<RevokeDialogProps, 'revocation' | 'onRevoke'> {
  onRevoked(): void;
}

/** Holds the revocation, so that closing the dialog meanwhile loses nothing of it. */
export function RevokeButton({ exchange, onRevoked, ...message }: RevokeButtonProps) {
  const { messageId } = message;
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const revocation = useMutation({
    // Offline it fails at once and says so, rather than being done whenever the network is back.
    networkMode: 'always',
    mutationFn: (admin: ExchangeAdmin) => revoke(admin, messageId),
    onSuccess: async (_, admin) => {
      onRevoked();
      await queryClient.invalidateQueries({ queryKey: messageStatusQuery(admin, messageId).queryKey });
    },
  });
  return (
    <Dialog open={isOpen} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogButton command="Revoke the message" icon={<MailProhibitedRegular />}>
        <CompactLabel>Revoke message</CompactLabel>
      </DialogButton>
      <RevokeDialog
        {...message}
        exchange={exchange}
        revocation={revocation}
        onRevoke={() => exchange && revocation.mutate(exchange)}
      />
    </Dialog>
  );
}
