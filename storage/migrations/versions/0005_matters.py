"""The formal procedure: matters, and their deadlines"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('deadlines',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_number', sqlmodel.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.AutoString(), nullable=False),
    sa.Column('started', sa.Date(), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('rolled', sa.Date(), nullable=False),
    sa.Column('latest', sa.Date(), nullable=False),
    sa.Column('paused', sa.JSON(), nullable=False),
    sa.Column('extended', sa.JSON(), nullable=True),
    sa.Column('stopped', sa.Date(), nullable=True),
    sa.Column('warned', sa.JSON(), nullable=False),
    sa.Column('next_at', sqlmodel.UTCDateTime(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('deadlines', schema=None) as batch_op:
        batch_op.create_index('ix_deadlines_case', ['case_number'], unique=False)
        batch_op.create_index(
            'ix_deadlines_next', ['next_at'], unique=False,
            sqlite_where=sa.text('stopped IS NULL'), postgresql_where=sa.text('stopped IS NULL'),
        )

    op.create_table('matters',
    sa.Column('number', sqlmodel.AutoString(), nullable=False),
    sa.Column('state', sqlmodel.AutoString(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('unit', sqlmodel.AutoString(), nullable=False),
    sa.Column('offered_unit', sqlmodel.AutoString(), nullable=False),
    sa.Column('handler_id', sa.Integer(), nullable=True),
    sa.Column('sponsor_id', sa.Integer(), nullable=True),
    sa.Column('before', sqlmodel.AutoString(), nullable=False),
    sa.Column('asked_for_items', sa.Boolean(), nullable=False),
    sa.Column('bounces', sa.Integer(), nullable=False),
    sa.Column('filings', sa.Integer(), nullable=False),
    sa.Column('opposed_to_simple', sa.Boolean(), nullable=False),
    sa.Column('owner_agrees', sa.Boolean(), nullable=False),
    sa.Column('other_agrees', sa.Boolean(), nullable=False),
    sa.Column('owner_signed', sa.Boolean(), nullable=False),
    sa.Column('other_signed', sa.Boolean(), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('extended_to', sa.Date(), nullable=True),
    sa.Column('opinion', sqlmodel.AutoString(), nullable=False),
    sa.Column('decided_by', sa.JSON(), nullable=False),
    sa.Column('delivered_on', sa.Date(), nullable=True),
    sa.Column('reviewed', sa.Boolean(), nullable=False),
    sa.Column('explained', sa.Boolean(), nullable=False),
    sa.Column('withdrawal_asked', sa.Boolean(), nullable=False),
    sa.Column('promises', sa.JSON(), nullable=False),
    sa.Column('named', sa.JSON(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('number')
    )
    with op.batch_alter_table('matters', schema=None) as batch_op:
        batch_op.create_index('ix_matters_state', ['state', 'received_on'], unique=False)


def downgrade() -> None:
    op.drop_table('matters')
    op.drop_table('deadlines')
