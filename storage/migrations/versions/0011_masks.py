"""Unmaskings: who asked to see the name behind an alias, who decided, who looked"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

TEXT, MOMENT = sqlmodel.AutoString(), sqlmodel.UTCDateTime()


def upgrade() -> None:
    op.create_table('unmaskings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_number', TEXT, nullable=True),
    sa.Column('call_id', sa.Integer(), nullable=True),
    sa.Column('asker_id', sa.Integer(), nullable=False),
    sa.Column('ground', TEXT, nullable=False),
    sa.Column('sentence', TEXT, nullable=False),
    sa.Column('state', TEXT, nullable=False),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('ends_at', MOMENT, nullable=False),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', MOMENT, nullable=True),
    sa.Column('review', TEXT, nullable=False),
    sa.Column('remind_at', MOMENT, nullable=True),
    sa.Column('withheld', TEXT, nullable=False),
    sa.Column('looks', sa.Integer(), nullable=False),
    sa.Column('looked_at', MOMENT, nullable=True),
    sa.Column('tell_at', MOMENT, nullable=True),
    sa.Column('told_at', MOMENT, nullable=True),
    sa.Column('messages', sa.JSON(), nullable=False),
    sa.Column('due_at', MOMENT, nullable=True),
    sa.Column('sealed', TEXT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    for name in ('case_number', 'call_id', 'due_at'):
        op.create_index(f'ix_unmaskings_{name}', 'unmaskings', [name], unique=False)


def downgrade() -> None:
    op.drop_table('unmaskings')
