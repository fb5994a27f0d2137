"""The vault: envelopes beside the columns they hide, and the keys that were used"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

SEALED = {
    'case_events': ('sealed',),
    'cases': ('sealed_account', 'sealed_words'),
    'contacts': ('sealed',),
    'dialog_states': ('sealed',),
    'draft_parts': ('sealed',),
    'drafts': ('sealed',),
    'identities': ('sealed',),
    'inbox': ('sealed',),
    'matters': ('sealed',),
    'outbox': ('sealed',),
    'paper_drafts': ('sealed',),
    'papers': ('sealed',),
    'said': ('sealed',),
    'said_versions': ('sealed',),
}


def upgrade() -> None:
    op.create_table('vault_keys',
    sa.Column('key_id', sqlmodel.AutoString(), nullable=False),
    sa.Column('proof', sqlmodel.AutoString(), nullable=False),
    sa.Column('since', sqlmodel.UTCDateTime(), nullable=False),
    sa.Column('settled', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('key_id')
    )
    for table, columns in SEALED.items():
        for column in columns:
            op.add_column(table, sa.Column(column, sqlmodel.AutoString(), nullable=True))


def downgrade() -> None:
    for table, columns in SEALED.items():
        for column in columns:
            op.drop_column(table, column)
    op.drop_table('vault_keys')
