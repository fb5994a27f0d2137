"""Links between cases, and joint matters with their signatures"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('case_links',
    sa.Column('number', sqlmodel.AutoString(), nullable=False),
    sa.Column('other', sqlmodel.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.AutoString(), nullable=False),
    sa.Column('holds', sa.Boolean(), nullable=False),
    sa.Column('by', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('number', 'other', 'kind')
    )
    with op.batch_alter_table('case_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_links_other'), ['other'], unique=False)

    op.create_table('joint_matters',
    sa.Column('number', sqlmodel.AutoString(), nullable=False),
    sa.Column('code', sqlmodel.AutoString(), nullable=False),
    sa.Column('statement', sqlmodel.AutoString(), nullable=False),
    sa.Column('opened_at', sqlmodel.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('number'),
    sa.UniqueConstraint('code')
    )
    op.create_table('representatives',
    sa.Column('case_number', sqlmodel.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('case_number', 'person_id')
    )
    op.create_table('signatures',
    sa.Column('case_number', sqlmodel.AutoString(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sqlmodel.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('case_number', 'person_id')
    )
    with op.batch_alter_table('signatures', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signatures_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('signatures', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_signatures_person_id'))

    op.drop_table('signatures')
    op.drop_table('representatives')
    op.drop_table('joint_matters')
    with op.batch_alter_table('case_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_case_links_other'))

    op.drop_table('case_links')
