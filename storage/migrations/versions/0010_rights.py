"""Consents, complaints, holds, erased cases, care by consent, and what is known of a file"""

from datetime import datetime, timezone

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

TABLES = ('consents', 'service_complaints', 'case_holds', 'erased_cases', 'case_statistics', 'care_agreements', 'care_notes')
TEXT, MOMENT = sqlmodel.AutoString(), sqlmodel.UTCDateTime()


def upgrade() -> None:
    op.create_table('consents',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_number', TEXT, nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('purpose', TEXT, nullable=False),
    sa.Column('notice', TEXT, nullable=False),
    sa.Column('given_at', MOMENT, nullable=False),
    sa.Column('withdrawn_at', MOMENT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_consents_case_number', 'consents', ['case_number'], unique=False)
    op.create_table('service_complaints',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('text', TEXT, nullable=False),
    sa.Column('answer', TEXT, nullable=False),
    sa.Column('filed_at', MOMENT, nullable=False),
    sa.Column('answered_at', MOMENT, nullable=True),
    sa.Column('answered_by', sa.Integer(), nullable=True),
    sa.Column('sealed', TEXT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_service_complaints_person_id', 'service_complaints', ['person_id'], unique=False)
    op.create_table('case_holds',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_number', TEXT, nullable=False),
    sa.Column('reason', TEXT, nullable=False),
    sa.Column('since', MOMENT, nullable=False),
    sa.Column('released_at', MOMENT, nullable=True),
    sa.Column('release_reason', TEXT, nullable=False),
    sa.Column('sealed', TEXT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_case_holds_case_number', 'case_holds', ['case_number'], unique=False)
    op.create_table('erased_cases',
    sa.Column('number', TEXT, nullable=False),
    sa.Column('by', TEXT, nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.PrimaryKeyConstraint('number')
    )
    op.create_table('case_statistics',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', TEXT, nullable=False),
    sa.Column('category', TEXT, nullable=False),
    sa.Column('state', TEXT, nullable=False),
    sa.Column('days', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_case_statistics_month', 'case_statistics', ['month'], unique=False)
    op.create_table('care_agreements',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('alias', TEXT, nullable=False),
    sa.Column('duty', TEXT, nullable=False),
    sa.Column('often', TEXT, nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('state', TEXT, nullable=False),
    sa.Column('helper_id', sa.Integer(), nullable=True),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('next_at', MOMENT, nullable=True),
    sa.Column('ended_at', MOMENT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_care_agreements_person_id', 'care_agreements', ['person_id'], unique=False)
    op.create_index('ix_care_due', 'care_agreements', ['state', 'next_at'], unique=False)
    op.create_table('care_notes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('care_id', sa.Integer(), nullable=False),
    sa.Column('wrote', TEXT, nullable=False),
    sa.Column('text', TEXT, nullable=False),
    sa.Column('at', MOMENT, nullable=False),
    sa.Column('sealed', TEXT, nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_index('ix_care_notes_care_id', 'care_notes', ['care_id'], unique=False)
    op.add_column('cases', sa.Column('handler_only', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('said', sa.Column('risk', TEXT, nullable=False, server_default=''))
    op.add_column('said', sa.Column('size', sa.BigInteger(), nullable=True))
    op.add_column('dialog_states', sa.Column('changed_at', MOMENT, nullable=True))
    # nobody knows how old they are: their time begins now
    states = sa.table('dialog_states', sa.column('changed_at', MOMENT))
    op.execute(states.update().values(changed_at=datetime.now(timezone.utc)))


def downgrade() -> None:
    op.drop_column('dialog_states', 'changed_at')
    op.drop_column('said', 'size')
    op.drop_column('said', 'risk')
    op.drop_column('cases', 'handler_only')
    for name in reversed(TABLES):
        op.drop_table(name)
