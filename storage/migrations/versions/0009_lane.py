"""The crisis lane: calls, their words, and who is on call"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('crisis_calls',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('danger', sqlmodel.AutoString(), nullable=False),
    sa.Column('about_other', sa.Boolean(), nullable=False),
    sa.Column('opened_at', sqlmodel.UTCDateTime(), nullable=False),
    sa.Column('responder_id', sa.Integer(), nullable=True),
    sa.Column('stage', sa.Integer(), nullable=False),
    sa.Column('next_at', sqlmodel.UTCDateTime(), nullable=True),
    sa.Column('ended_at', sqlmodel.UTCDateTime(), nullable=True),
    sa.Column('call_back_by', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('crisis_calls', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_crisis_calls_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_crisis_calls_responder_id'), ['responder_id'], unique=False)
    op.create_table('crisis_words',
    sa.Column('call_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('sealed', sqlmodel.AutoString(), nullable=True),
    sa.PrimaryKeyConstraint('call_id', 'place')
    )
    op.create_table('duty_shifts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('starts', sqlmodel.UTCDateTime(), nullable=False),
    sa.Column('ends', sqlmodel.UTCDateTime(), nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('duty_shifts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duty_shifts_ends'), ['ends'], unique=False)


def downgrade() -> None:
    op.drop_table('duty_shifts')
    op.drop_table('crisis_words')
    op.drop_table('crisis_calls')
